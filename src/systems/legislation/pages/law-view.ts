import { findInstrument } from '#reference/index.ts';
import { directionOf, isLanguage, languageNames, say, textIn, type Language } from '#kernel/i18n/index.ts';
import type { RegistersContext } from '#engines/registers/index.ts';
import { readOutline, type Block, type Item } from '../akn/outline.ts';
import { workAddress } from '../akn/work-address.ts';
import { citedPlace } from '../law/cited-place.ts';
import { compareParagraphs } from '../law/compare-paragraphs.ts';
import type { Provision } from '../law/law.ts';
import { daysOfChange, holdsOn, lawOn, lawStatusOn, type LawStatus } from '../law/point-in-time.ts';
import { findAll } from '../read/find-law.ts';
import {
  readLawRecord,
  readTreatyRecord,
  type CoverageRecord,
  type LawRecord,
  type ProvisionRecord,
} from '../read/read-records.ts';
import { lawKinds, relationList } from '../terms.ts';
import { dateWords, labelIn, multilingual, placeName } from './labels.ts';
import type { LawProps, MarginNote, ReadProvision } from './law.tsx';
import type { TextBlock } from './parts/provision-text.tsx';

interface ReadLaw {
  readonly law: LawRecord;
  readonly provisions: readonly ProvisionRecord[];
  readonly coverage: readonly CoverageRecord[];
}

/** A law as its page shows it: on a day, in a language of its text. */
export async function lawView(
  context: RegistersContext,
  read: ReadLaw,
  day: string,
  asked: string | undefined,
  language: Language,
  origin: string,
): Promise<LawProps> {
  const { law, provisions, coverage } = read;
  const date = dateWords(language);
  const languages = textLanguages(law, provisions);
  const textLanguage = languages.find((each) => each === (asked ?? language)) ?? languages[0] ?? 'en';
  const kind = law.demonstration ? 'only' : 'none';
  const [treaties, amended] = await Promise.all([
    findAll(context, 'treaties', 'none', {}, readTreatyRecord),
    law.amends.length === 0
      ? []
      : findAll(context, 'laws', kind, { filters: { jurisdiction: [law.jurisdiction] } }, readLawRecord),
  ]);
  const shorts = new Map(treaties.map(({ id, short }) => [id, multilingual(short)]));
  const status = lawStatusOn(law, day);
  const title = law.originalTitle !== undefined && law.originalTitle !== law.name[language] ? titleOf(law) : undefined;
  const shown = lawOn(law, provisions, day).map((provision) =>
    readProvision(
      provision,
      coverage.filter((entry) => entry.provision === provision.key && holdsOn(entry, day)),
      shorts,
      textLanguage,
      date,
    ),
  );
  return {
    id: law.key,
    name: multilingual(law.name),
    ...(title !== undefined && { originalTitle: title }),
    ...(law.transliteration !== undefined && { transliteration: law.transliteration }),
    place: placeName(law.jurisdiction, language),
    state: law.jurisdiction,
    kind: labelIn(lawKinds, law.kind),
    number: law.number,
    adopted: date(law.adopted),
    ...(law.inForce !== undefined && { inForce: date(law.inForce) }),
    ...(law.repealed !== undefined && { repealed: date(law.repealed) }),
    status: statusWords(status),
    holds: status === 'in-force',
    gazette: [law.gazette?.title, law.gazette?.number].filter((part) => part !== undefined).join(' '),
    verified: law.verifiedByState,
    demonstration: law.demonstration,
    amends: law.amends.map((id) => {
      const name = amended.find(({ key }) => key === id)?.name;
      return { id, name: name === undefined ? id : textIn(language, multilingual(name)).text };
    }),
    day,
    dayWords: date(day),
    days: daysToChoose(law, provisions, day).map((each) => ({ value: each, label: date(each) })),
    language: textLanguage,
    languages: languages.map((each) => ({ value: each, label: isLanguage(each) ? languageNames[each] : each })),
    provisions: shown,
    akn: `/legislation/laws/${encodeURIComponent(law.key)}/akn?text=${textLanguage}&date=${day}`,
    citation: `${textIn(language, multilingual(law.name)).text}, ${placeName(law.jurisdiction, language)}, ${law.number}, ${workAddress(law)}@${day}, ${origin}/${language}/legislation/laws/${law.key}?date=${day}`,
  };
}

function titleOf({ originalTitle = '', originalLanguage = 'en' }: LawRecord): LawProps['originalTitle'] {
  return {
    text: originalTitle,
    lang: originalLanguage,
    dir: isLanguage(originalLanguage) ? directionOf(originalLanguage) : 'ltr',
  };
}

/** Languages that the text is there in, the original first. */
function textLanguages({ originalLanguage }: LawRecord, provisions: readonly ProvisionRecord[]): readonly string[] {
  const all = new Set(provisions.flatMap(({ wording }) => Object.keys(wording)));
  return [...all].toSorted(
    (one, other) => Number(other === originalLanguage) - Number(one === originalLanguage) || (one < other ? -1 : 1),
  );
}

/** The days on which the text changed and the one that is shown, latest first. */
const daysToChoose = (law: LawRecord, provisions: readonly ProvisionRecord[], day: string): readonly string[] =>
  [...new Set([day, ...daysOfChange(law, provisions)])].sort().toReversed();

export function statusWords(status: LawStatus) {
  switch (status) {
    case 'not-yet-in-force':
      return say('Not yet in force');
    case 'in-force':
      return say('In force');
    case 'repealed':
      return say('Repealed');
  }
}

function readProvision(
  provision: Provision,
  entries: readonly CoverageRecord[],
  shorts: ReadonlyMap<string, ReturnType<typeof multilingual>>,
  language: string,
  date: (day: string) => string,
): ReadProvision {
  const { key, eId, number, heading, wording, from, to } = provision;
  const lang = wording[language] === undefined ? (Object.keys(wording)[0] ?? 'en') : language;
  return {
    eId,
    record: key,
    number,
    heading: heading[lang] ?? heading['en'] ?? '',
    lang,
    dir: isLanguage(lang) ? directionOf(lang) : 'ltr',
    blocks: [blockOf(readOutline(wording[lang] ?? ''))],
    since: date(from),
    ...(to !== undefined && { until: date(to) }),
    notes: entries
      .toSorted((one, other) => compareParagraphs(one.article, other.article))
      .map((entry) => noteOf(entry, shorts)),
  };
}

const blockOf = ({ lines, items }: Block): TextBlock => ({ lines, items: items.map(itemOf) });
const itemOf = (item: Item): TextBlock => ({
  mark: item.mark,
  lines: item.lines.length === 0 ? [''] : item.lines,
  items: item.items.map(itemOf),
});

function noteOf(
  { key, treaty, article, paragraph, relation, coverage }: CoverageRecord,
  shorts: ReadonlyMap<string, ReturnType<typeof multilingual>>,
): MarginNote {
  return {
    key,
    treaty,
    short: shorts.get(treaty) ?? { en: findInstrument(treaty)?.short ?? treaty },
    place: citedPlace(article, paragraph),
    article,
    relation: labelIn(relationList, relation),
    coverage,
  };
}
