import { findInstrument } from '#reference/index.ts';
import type { SeedRecord } from '#engines/registers/index.ts';
import { eIdOf } from '../akn/e-id.ts';
import { workAddress } from '../akn/work-address.ts';
import { citedPlace } from '../law/cited-place.ts';
import type { Wording } from '../law/law.ts';
import { dayAfter, dayBefore } from '../law/point-in-time.ts';
import type { Answer, ModelProvision } from './model-texts.ts';
import { plannedLaws, type Amounts, type PlannedLaw } from './plan.ts';

const marks: Wording = {
  en: ' (demonstration)',
  ar: ' (عرض تجريبي)',
  es: ' (demostración)',
  fr: ' (démonstration)',
  ru: ' (демонстрация)',
  zh: '（演示）',
};
const reviewer = 'Legal affairs unit (demonstration)';
const treaties = ['untoc', 'untoc-tip', 'untoc-som', 'untoc-firearms', 'uncac', 'drugs-1988'];

/** The invented laws, their provisions and what these are judged to cover, in an order in which each names only what came before. */
export function* demonstrationRecords(): Iterable<SeedRecord> {
  const plan = plannedLaws();
  for (const law of plan) yield record('laws', lawData(law));
  const versions = plan.flatMap(versionsOf);
  for (const version of versions) yield record('provisions', provisionData(version));
  for (const version of versions)
    for (const [at, answer] of version.model.answers.entries())
      yield record('coverage', judgement(version, answer, at));
  for (const state of new Set(plan.map((law) => law.state))) yield* gapsOf(state, versions);
}

const record = (register: string, data: Readonly<Record<string, unknown>>): SeedRecord => ({
  register,
  demonstration: true,
  data,
});

function lawData(law: PlannedLaw): Readonly<Record<string, unknown>> {
  const { model, languages } = law;
  const [original = 'en'] = languages;
  const translated = !languages.includes('en');
  const latin = model.latin[original];
  return {
    key: law.key,
    name: marked(model.title),
    originalTitle: `${model.title[original] ?? ''}${marks[original] ?? ''}`,
    originalLanguage: original,
    ...(latin !== undefined && { transliteration: latin }),
    jurisdiction: law.state,
    kind: 'act',
    number: law.number,
    adopted: law.adopted,
    inForce: law.inForce,
    ...(law.repealed !== undefined && { repealed: law.repealed }),
    ...(law.amends !== undefined && { amends: [law.amends] }),
    subjects: model.subjects,
    gazette: { title: 'Demonstration gazette', number: `${law.year}/${law.number.slice(2)}`, date: law.adopted },
    versions: [
      ...languages.map((language) => ({ language, kind: 'original' })),
      ...(translated ? [{ language: 'en', kind: 'unofficial' }] : []),
    ],
    verifiedByState: false,
    work: workAddress({ jurisdiction: law.state, kind: 'act', adopted: law.adopted, number: law.number }),
  };
}

const marked = (words: Wording): Wording =>
  Object.fromEntries(Object.entries(words).map(([language, text]) => [language, `${text}${marks[language] ?? ''}`]));

interface Version {
  readonly law: PlannedLaw;
  readonly model: ModelProvision;
  readonly key: string;
  readonly eId: string;
  readonly number: string;
  readonly order: number;
  readonly amounts: Amounts;
  readonly from: string;
  readonly to?: string;
}

/** A later law raises the upper years of the second provision: it then reads in two ways, one after the other. */
function versionsOf(law: PlannedLaw): Version[] {
  const end = law.repealed === undefined ? {} : { to: dayBefore(law.repealed) };
  return law.provisions.flatMap((model, at): Version[] => {
    const number = String(at + 1);
    const eId = eIdOf(law.tradition, number);
    const version = (from: string, amounts: Amounts, until: { to?: string }): Version => ({
      law,
      model,
      eId,
      number,
      order: at + 1,
      amounts,
      from,
      ...until,
      key: `${law.key}-${eId}-${from}`,
    });
    if (at !== 1 || law.raised === undefined) return [version(law.inForce, law.amounts, end)];
    return [
      version(law.inForce, law.amounts, { to: dayBefore(law.raised) }),
      version(law.raised, { a: law.amounts.a + 1, b: law.amounts.b + 3, d: law.amounts.d + 5 }, end),
    ];
  });
}

function provisionData({
  law,
  model,
  key,
  eId,
  number,
  order,
  amounts,
  from,
  to,
}: Version): Readonly<Record<string, unknown>> {
  const inLanguages = (words: Wording): Wording =>
    Object.fromEntries(
      [...new Set(['en', ...law.languages])].map((language) => [language, filled(words[language] ?? '', amounts)]),
    );
  return {
    key,
    heading: inLanguages(model.heading),
    law: law.key,
    jurisdiction: law.state,
    kind: law.tradition,
    number,
    eId,
    order,
    wording: inLanguages(model.wording),
    from,
    ...(to !== undefined && { to }),
  };
}

const filled = (text: string, { a, b, d }: Amounts): string =>
  text.replaceAll('{a}', String(a)).replaceAll('{b}', String(b)).replaceAll('{d}', String(d));

function judgement(version: Version, answer: Answer, at: number): Readonly<Record<string, unknown>> {
  const { law, key, from, to, number, order } = version;
  const { treaty, article, paragraph, relation } = answer;
  // Some judgements are stricter than the model's own, so that States differ.
  const strict = (law.year + order + at) % 6 === 0 && answer.coverage === 'yes';
  const coverage = strict ? 'in-part' : answer.coverage;
  return {
    key: `${key}-${treaty}-${article}-${at + 1}`.replaceAll(/[()]/g, ''),
    name: `${placeOf(treaty, article, paragraph)} · ${law.state} · ${law.key}, ${number}`,
    jurisdiction: law.state,
    treaty,
    article,
    ...(paragraph !== undefined && { paragraph }),
    provision: key,
    relation,
    coverage,
    valid: { from, ...(to !== undefined && { to }) },
    reviewer,
    reviewed: dayAfter(from),
    evidence: {
      en: 'Demonstration: judged by the text of the provision alone.',
      fr: 'Démonstration : jugé d’après le seul texte de la disposition.',
    },
    ...(coverage === 'in-part' && {
      note: {
        en: 'Demonstration: attempts, or acts of legal persons, are not dealt with.',
        fr: 'Démonstration : la tentative ou les actes des personnes morales ne sont pas visés.',
      },
    }),
  };
}

const placeOf = (treaty: string, article: string, paragraph?: string): string =>
  `${findInstrument(treaty)?.short ?? treaty}, art. ${citedPlace(article, paragraph)}`;

/** Of each treaty that a State's laws answer to, one article to which a reviewer found no provision. */
function* gapsOf(state: string, versions: readonly Version[]): Iterable<SeedRecord> {
  const own = versions.filter(({ law }) => law.state === state);
  for (const [at, treaty] of treaties.entries()) {
    const answered = new Set(
      own.flatMap(({ model }) => model.answers.filter((each) => each.treaty === treaty).map(({ article }) => article)),
    );
    const open = (findInstrument(treaty)?.legislationArticles ?? []).filter((article) => !answered.has(article));
    const article = open[(state.charCodeAt(0) + state.charCodeAt(2) + at) % Math.max(1, open.length)];
    if (answered.size === 0 || article === undefined) continue;
    yield record('coverage', {
      key: `${state.toLowerCase()}-${treaty}-${article}-none`,
      name: `${placeOf(treaty, article)} · ${state}`,
      jurisdiction: state,
      treaty,
      article,
      relation: 'criminalises',
      coverage: 'no',
      valid: { from: '2020-01-01' },
      reviewer,
      reviewed: '2020-01-01',
      evidence: {
        en: 'Demonstration: no provision was found.',
        fr: 'Démonstration : aucune disposition n’a été trouvée.',
      },
    });
  }
}
