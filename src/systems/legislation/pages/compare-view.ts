import { sorted, textIn, type Language } from '#kernel/i18n/index.ts';
import type { RegistersContext } from '#engines/registers/index.ts';
import { compareStates } from '../law/compare-states.ts';
import { coverageOfState } from '../law/coverage-of-state.ts';
import { findAll, findCoverage, findProvisions, type Kind } from '../read/find-law.ts';
import { readLawRecord, type TreatyRecord } from '../read/read-records.ts';
import type { CompareProps } from './compare.tsx';
import { dateWords, multilingual, placeName, shownJudgement } from './labels.ts';

export interface CompareChoice {
  readonly treaty: TreatyRecord;
  readonly article: string;
  readonly one: string;
  readonly other: string;
  readonly day: string;
}

/** Everything about one article: the States that were chosen side by side, and how far each State covers it. */
export async function compareView(
  context: RegistersContext,
  kind: Kind,
  treaties: readonly TreatyRecord[],
  choice: CompareChoice,
  language: Language,
): Promise<CompareProps> {
  const { treaty, article, one, other, day } = choice;
  const entries = await findCoverage(context, kind, { treaty: [treaty.id] });
  const judged = [...new Set(entries.map(({ state }) => state))];
  const onArticle = entries.filter((entry) => entry.article === article);
  const states = sorted(language, judged, (state) => placeName(state, language));
  const keys = [...new Set(onArticle.flatMap(({ provision }) => (provision === undefined ? [] : [provision])))];
  const found =
    keys.length === 0
      ? []
      : await findProvisions(context, kind, { jurisdiction: [...new Set(onArticle.map(({ state }) => state))] });
  const provisions = new Map(found.map((each) => [each.key, each]));
  const chosen = [...new Set([one, other])].filter((state) => judged.includes(state));
  const { rows, coverages } = compareStates(chosen, treaty.id, { number: article }, onArticle, provisions, day);
  const lawList =
    chosen.length === 0
      ? []
      : await findAll(context, 'laws', kind, { filters: { jurisdiction: chosen } }, readLawRecord);
  const laws = new Map(lawList.map((law) => [law.key, law]));
  const records = new Map(onArticle.map((entry) => [entry.key, entry]));
  const heading = treaty.articles.find(({ number }) => number === article)?.heading;
  return {
    treaty: treaty.id,
    short: multilingual(treaty.short),
    article,
    ...(heading !== undefined && { heading: multilingual(heading) }),
    day,
    dayWords: dateWords(language)(day),
    demonstration: kind === 'only',
    one,
    other,
    treaties: treaties.map(({ id, short }) => ({ value: id, label: textIn(language, multilingual(short)).text })),
    articles: treaty.articles.map(({ number, heading: own }) => ({
      value: number,
      label: own === undefined ? number : `${number} ${textIn(language, multilingual(own)).text}`,
    })),
    states: states.map((state) => ({ value: state, label: placeName(state, language) })),
    sides: chosen.map((state, at) => ({
      state,
      place: placeName(state, language),
      coverage: coverages[at] ?? 'not-reviewed',
    })),
    rows: rows.map(({ paragraph, sides }) => ({
      paragraph: paragraph ?? '',
      sides: sides.map((side) => side.map((entry) => shownJudgement(entry, records, laws, true))),
    })),
    all: states.flatMap((state) => {
      const own = onArticle.filter((entry) => entry.state === state);
      const coverage = coverageOfState([{ number: article }], own, provisions, day).articles[0]?.coverage;
      return own.length === 0 || coverage === undefined ? [] : [{ state, place: placeName(state, language), coverage }];
    }),
  };
}
