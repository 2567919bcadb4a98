/** What cases are compared by; articles are named `untoc/18`. */
export interface ComparableCase {
  readonly number: string;
  readonly decided: string;
  readonly crimes: readonly string[];
  readonly issues: readonly string[];
  readonly articles: readonly string[];
}

export interface SharedTrait {
  readonly kind: 'crime' | 'issue' | 'article';
  readonly id: string;
}

export interface SimilarCase {
  readonly number: string;
  /** From above 0 to 1, where 1 means the same traits throughout. */
  readonly likeness: number;
  /** What both have, the rarest first: the reason to show beside the case. */
  readonly shared: readonly SharedTrait[];
}

/**
 * Cases like one: its likeness to another is the weight of the traits that both have over that of the traits that either has (weighted
 * Jaccard index, Ružička 1958). A trait weighs the logarithm of how many cases there are to each that has it (Spärck Jones 1972), so what every
 * case has counts for nothing. Alike come newest first, then by number. Throws a `TypeError` when the case is not among those given.
 */
export function similarCases(number: string, cases: readonly ComparableCase[], most = 5): readonly SimilarCase[] {
  const one = cases.find((each) => each.number === number);
  if (one === undefined) throw new TypeError(`There is no case ${number} among those to compare.`);
  const weights = weightsIn(cases);
  const own = traitsOf(one);
  return cases
    .filter((each) => each.number !== number)
    .map((other) => ({ other, ...compare(own, traitsOf(other), weights) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted(
      (a, b) =>
        b.likeness - a.likeness ||
        compareText(b.other.decided, a.other.decided) ||
        compareText(a.other.number, b.other.number),
    )
    .slice(0, most)
    .map(({ other, likeness, shared }) => ({ number: other.number, likeness, shared }));
}

type Traits = ReadonlyMap<string, SharedTrait>;

const traitsOf = ({ crimes, issues, articles }: ComparableCase): Traits =>
  new Map(
    [
      ...crimes.map((id) => ({ kind: 'crime' as const, id })),
      ...issues.map((id) => ({ kind: 'issue' as const, id })),
      ...articles.map((id) => ({ kind: 'article' as const, id })),
    ].map((trait) => [`${trait.kind} ${trait.id}`, trait]),
  );

function weightsIn(cases: readonly ComparableCase[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of cases) for (const key of traitsOf(each).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].map(([key, count]) => [key, Math.log(cases.length / count)]));
}

function compare(
  one: Traits,
  other: Traits,
  weights: ReadonlyMap<string, number>,
): { readonly likeness: number; readonly shared: readonly SharedTrait[] } {
  const weightOf = (key: string): number => weights.get(key) ?? 0;
  // In one order for both directions, so that sums of fractions come out the same.
  const sum = (keys: Iterable<string>): number =>
    [...keys].toSorted(compareText).reduce((total, key) => total + weightOf(key), 0);
  const both = [...one.keys()].filter((key) => other.has(key));
  const either = sum(new Set([...one.keys(), ...other.keys()]));
  return {
    likeness: either === 0 ? 0 : sum(both) / either,
    shared: both
      .toSorted((a, b) => weightOf(b) - weightOf(a) || compareText(a, b))
      .flatMap((key) => one.get(key) ?? []),
  };
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
