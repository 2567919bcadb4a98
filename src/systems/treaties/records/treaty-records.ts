import { instruments, type Instrument } from '#reference/index.ts';
import type { SeedRecord } from '#engines/registers/index.ts';
import { instrumentRules } from '../instrument-rules.ts';
import titleTable from './titles.json' with { type: 'json' };

interface Titles {
  readonly name: Readonly<Record<string, string>>;
  readonly short: Readonly<Record<string, string>>;
}

const titles: Readonly<Record<string, Titles>> = titleTable;

// The nineteen by what they are about, as the research for this list grouped them.
const subjects: Readonly<Record<string, readonly string[]>> = {
  'civil-aviation': ['ct-01', 'ct-02', 'ct-03', 'ct-07', 'ct-17', 'ct-18', 'ct-19'],
  persons: ['ct-04', 'ct-05'],
  nuclear: ['ct-06', 'ct-13', 'ct-14'],
  maritime: ['ct-08', 'ct-09', 'ct-15', 'ct-16'],
  explosives: ['ct-10'],
  bombings: ['ct-11'],
  financing: ['ct-12'],
};

/** The 28 instruments as records, each saying how far it was compared with a published text. */
export function* treatyRecords(): Iterable<SeedRecord> {
  for (const instrument of instruments) yield { register: 'treaties', demonstration: false, data: dataOf(instrument) };
}

function dataOf(instrument: Instrument): Readonly<Record<string, unknown>> {
  const {
    id,
    title,
    short,
    group,
    adopted,
    place,
    inForceSince,
    inForceNote,
    depositary,
    articleCount,
    verified,
    note,
  } = instrument;
  const rules = instrumentRules.get(id);
  const about = Object.entries(subjects).flatMap(([subject, ids]) => (ids.includes(id) ? [subject] : []));
  return {
    key: id,
    name: { en: title, ...titles[id]?.name },
    short: { en: short, ...titles[id]?.short },
    group,
    ...(about.length > 0 && { subjects: about }),
    adopted,
    ...(place !== undefined && { place }),
    ...(inForceSince !== undefined && { inForce: inForceSince }),
    ...(inForceNote !== undefined && { inForceNote }),
    ...(depositary !== undefined && { depositary }),
    ...(rules?.parent !== undefined && { parent: rules.parent, needsParent: rules.needsParent !== undefined }),
    ...(articleCount !== undefined && { articleCount }),
    articles: articlesOf(instrument),
    confidence: verified === '' ? 'not-yet' : 'in-part',
    ...(verified !== '' && { verified }),
    ...(note !== undefined && { note }),
  };
}

/** Those whose headings are known; of the other treaties, those that ask for legislation by their number alone. */
function articlesOf({ articles, legislationArticles }: Instrument): readonly Readonly<Record<string, unknown>>[] {
  if (articles.length === 0) return legislationArticles.map((number) => ({ number, legislation: true }));
  return articles.map(({ number, heading }) => ({
    number,
    heading: { en: heading },
    legislation: legislationArticles.includes(number),
  }));
}
