import { compareParagraphs } from './compare-paragraphs.ts';
import type { Coverage, CoverageEntry, Day, Provision } from './law.ts';
import { holdsOn } from './point-in-time.ts';

/** An article of a treaty that asks States for legislation. */
export interface TreatyArticle {
  readonly number: string;
  readonly heading?: string;
}

/** A judgement with the provision that it rests on; `lapsed` when that provision no longer reads so on the day. */
export interface JudgedEntry {
  readonly entry: CoverageEntry;
  readonly provision?: Provision;
  readonly lapsed: boolean;
}

export interface ArticleCoverage {
  readonly article: TreatyArticle;
  readonly coverage: Coverage;
  /** Those that hold on the day, by paragraph. */
  readonly entries: readonly JudgedEntry[];
  /** Paragraphs that no provision answers to, as a reviewer found; undefined stands for the whole article. */
  readonly gaps: readonly (string | undefined)[];
}

export interface StateCoverage {
  readonly articles: readonly ArticleCoverage[];
  readonly totals: Readonly<Record<Coverage, number>>;
}

/** How the law of a State covers a treaty on a day, article by article; articles that nobody has looked at are there too. */
export function coverageOfState(
  articles: readonly TreatyArticle[],
  entries: readonly CoverageEntry[],
  provisions: ReadonlyMap<string, Provision>,
  day: Day,
): StateCoverage {
  const valid = entries.filter((entry) => holdsOn(entry, day));
  const judged = articles.map((article) => articleCoverage(article, valid, provisions, day));
  const totals = { yes: 0, 'in-part': 0, no: 0, 'not-reviewed': 0 };
  for (const { coverage } of judged) totals[coverage] += 1;
  return { articles: judged, totals };
}

function articleCoverage(
  article: TreatyArticle,
  valid: readonly CoverageEntry[],
  provisions: ReadonlyMap<string, Provision>,
  day: Day,
): ArticleCoverage {
  const entries = valid
    .filter((entry) => entry.article === article.number)
    .toSorted((one, other) => compareParagraphs(one.paragraph, other.paragraph) || (one.key < other.key ? -1 : 1))
    .map((entry): JudgedEntry => {
      const provision = entry.provision === undefined ? undefined : provisions.get(entry.provision);
      const lapsed = entry.provision !== undefined && (provision === undefined || !holdsOn(provision, day));
      return { entry, lapsed, ...(provision !== undefined && { provision }) };
    });
  const standing = entries.map((each) => (each.lapsed ? 'not-reviewed' : each.entry.coverage));
  const gaps = entries.filter(({ entry }) => entry.coverage === 'no').map(({ entry }) => entry.paragraph);
  return { article, coverage: together(standing), entries, gaps: [...new Set(gaps)] };
}

/** Full only when every part is; nothing when no part is; what nobody has looked at leaves the whole open. */
export function together(parts: readonly Coverage[]): Coverage {
  const [first, ...rest] = parts;
  if (first === undefined) return 'not-reviewed';
  return rest.every((part) => part === first)
    ? first
    : parts.some((part) => part === 'yes' || part === 'in-part')
      ? 'in-part'
      : 'no';
}
