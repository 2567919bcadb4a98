import { compareParagraphs } from './compare-paragraphs.ts';
import { coverageOfState, type JudgedEntry, type TreatyArticle } from './coverage-of-state.ts';
import type { Coverage, CoverageEntry, Day, Provision } from './law.ts';

export interface ComparedParagraph {
  /** Undefined where the entries are about the article as a whole. */
  readonly paragraph?: string;
  /** Entries of each State, in the order of the States; an empty list where it has none. */
  readonly sides: readonly (readonly JudgedEntry[])[];
}

export interface Comparison {
  readonly coverages: readonly Coverage[];
  readonly rows: readonly ComparedParagraph[];
}

/** States side by side on one article on a day: paragraph by paragraph, each with its provisions. */
export function compareStates(
  states: readonly string[],
  treaty: string,
  article: TreatyArticle,
  entries: readonly CoverageEntry[],
  provisions: ReadonlyMap<string, Provision>,
  day: Day,
): Comparison {
  const covered = states.map((state) => {
    const own = entries.filter((entry) => entry.state === state && entry.treaty === treaty);
    return coverageOfState([article], own, provisions, day).articles[0];
  });
  const sides = covered.map((each) => each?.entries ?? []);
  const paragraphs = [...new Set(sides.flat().map(({ entry }) => entry.paragraph ?? ''))].toSorted(compareParagraphs);
  return {
    coverages: covered.map((each) => each?.coverage ?? 'not-reviewed'),
    rows: paragraphs.map((paragraph) => ({
      ...(paragraph !== '' && { paragraph }),
      sides: sides.map((own) => own.filter(({ entry }) => (entry.paragraph ?? '') === paragraph)),
    })),
  };
}
