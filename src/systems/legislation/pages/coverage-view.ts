import type { Language } from '#kernel/i18n/index.ts';
import type { RegistersContext } from '#engines/registers/index.ts';
import { coverageOfState, type StateCoverage } from '../law/coverage-of-state.ts';
import { findAll, findCoverage, findProvisions, type Kind } from '../read/find-law.ts';
import { readLawRecord, type CoverageRecord, type LawRecord, type TreatyRecord } from '../read/read-records.ts';
import type { CoverageProps } from './coverage.tsx';
import { dateWords, multilingual, placeName, shownJudgement } from './labels.ts';

export interface ReadCoverage {
  readonly covered: StateCoverage;
  readonly records: ReadonlyMap<string, CoverageRecord>;
  readonly laws: ReadonlyMap<string, LawRecord>;
}

/** What was judged of a State's law on a treaty, on a day. */
export async function readCoverage(
  context: RegistersContext,
  kind: Kind,
  state: string,
  treaty: TreatyRecord,
  day: string,
): Promise<ReadCoverage> {
  const [entries, provisions, laws] = await Promise.all([
    findCoverage(context, kind, { jurisdiction: [state], treaty: [treaty.id] }),
    findProvisions(context, kind, { jurisdiction: [state] }),
    findAll(context, 'laws', kind, { filters: { jurisdiction: [state] } }, readLawRecord),
  ]);
  const articles = treaty.articles.map(({ number }) => ({ number }));
  return {
    covered: coverageOfState(articles, entries, new Map(provisions.map((each) => [each.key, each])), day),
    records: new Map(entries.map((each) => [each.key, each])),
    laws: new Map(laws.map((each) => [each.key, each])),
  };
}

export function coverageView(
  read: ReadCoverage,
  state: string,
  treaty: TreatyRecord,
  day: string,
  kind: Kind,
  language: Language,
): CoverageProps {
  const { covered, records, laws } = read;
  return {
    state,
    place: placeName(state, language),
    treaty: treaty.id,
    short: multilingual(treaty.short),
    day,
    dayWords: dateWords(language)(day),
    demonstration: kind === 'only',
    totals: covered.totals,
    rows: covered.articles.map(({ article, coverage, entries, gaps }) => {
      const heading = treaty.articles.find(({ number }) => number === article.number)?.heading;
      return {
        number: article.number,
        ...(heading !== undefined && { heading: multilingual(heading) }),
        coverage,
        gaps: gaps.filter((gap) => gap !== undefined),
        entries: entries.map((entry) => shownJudgement(entry, records, laws, false)),
      };
    }),
    csv: `/legislation/coverage/${state}/${treaty.id}.csv?date=${day}`,
  };
}

/** Rows for a file: one for each judgement, and one for each article without any. */
export function* coverageRows(
  { covered, laws }: ReadCoverage,
  state: string,
  treaty: string,
  day: string,
  kind: Kind,
): Generator<readonly (string | undefined)[]> {
  yield [
    'STATE',
    'INSTRUMENT',
    'ARTICLE',
    'COVERAGE_OF_ARTICLE',
    'PARAGRAPH',
    'RELATION',
    'COVERAGE',
    'LAW',
    'PROVISION',
    'LAPSED',
    'DATE',
    'RECORD',
  ];
  for (const { article, coverage, entries } of covered.articles) {
    const start = [state, treaty, article.number, coverage];
    const end = [day, kind === 'only' ? 'demonstration' : 'record'];
    if (entries.length === 0) yield [...start, '', '', '', '', '', '', ...end];
    for (const { entry, provision, lapsed } of entries)
      yield [
        ...start,
        entry.paragraph,
        entry.relation,
        entry.coverage,
        provision === undefined ? undefined : (laws.get(provision.law)?.name['en'] ?? provision.law),
        provision?.number,
        lapsed ? 'yes' : 'no',
        ...end,
      ];
  }
}
