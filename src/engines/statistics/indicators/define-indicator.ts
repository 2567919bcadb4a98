import type { Message, Text } from '#kernel/i18n/say.ts';
import type { Refusal } from './evaluate.ts';
import { wordsOf, type Formula, type Quantity } from './formula.ts';

/** How regional and global figures are made, and below what coverage none is shown. */
export interface AggregateRule {
  /** `sums`: numerators and denominators added up, never a mean of ratios. `weighted`: mean weighted by population. `total`: values added up. */
  readonly method: 'sums' | 'weighted' | 'total';
  /** Shares from 0 to 1 of the group's countries, and of its population as far as the data imply it. */
  readonly minimumCoverage: { readonly countries?: number; readonly population?: number };
  /** A country without a figure counts with its latest one of at most so many years before; the aggregate is then flagged. 0: never. */
  readonly carryForward: number;
}

/** A result that is not shown although it could be calculated. */
export interface Plausibility {
  readonly refuses: (value: number) => boolean;
  readonly words: string;
}

/** The custodian's metadata layout (SDG metadata, sections 0.a to 7): section → text. */
export type IndicatorMetadata = Readonly<Record<string, Text>>;

export interface Indicator {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** What a value counts, as after a number: "%", "per 100,000 population". */
  readonly unit: Text;
  readonly decimals: number;
  readonly formula: Formula;
  /** Population that weights the aggregates; usually implied by a count and its rate. */
  readonly population?: Formula;
  readonly refuse: readonly Plausibility[];
  readonly aggregate?: AggregateRule;
  /** Target or framework that it belongs to: "Goal 16, target 16.3". */
  readonly framework?: Text;
  readonly themes: readonly string[];
  readonly metadata: IndicatorMetadata;
  /** The same figure as another publication gives it, shown beside ours. */
  readonly otherSources: readonly { readonly formula: Formula; readonly title: Text }[];
}

export interface IndicatorInput extends Omit<
  Indicator,
  'formula' | 'population' | 'refuse' | 'otherSources' | 'themes'
> {
  readonly value: Quantity;
  readonly population?: Quantity;
  readonly refuse?: readonly Plausibility[];
  readonly otherSources?: readonly { readonly value: Quantity; readonly title: Text }[];
  readonly themes?: readonly string[];
}

/** Makes an indicator of its parts; one that could never be calculated stops the start with an Error. */
export function defineIndicator(input: IndicatorInput): Indicator {
  const { value, population, refuse = [], otherSources = [], themes = [], ...rest } = input;
  if (!/^[\w.-]+$/.test(input.id)) throw new Error(`"${input.id}" cannot be the id of an indicator.`);
  if (input.aggregate?.method === 'sums' && ratioOf(value.formula) === undefined) {
    throw new Error(`${input.id}: only a ratio can be aggregated by sums.`);
  }
  if (input.aggregate?.method === 'weighted' && population === undefined) {
    throw new Error(`${input.id}: a weighted aggregate needs a population.`);
  }
  return {
    ...rest,
    themes,
    formula: value.formula,
    ...(population !== undefined && { population: population.formula }),
    refuse,
    otherSources: otherSources.map((source) => ({ formula: source.value.formula, title: source.title })),
  };
}

export function above(limit: number, words: Message | string): Plausibility {
  return { refuses: (value) => value > limit, words: wordsOf(words) };
}

export function below(limit: number, words: Message | string): Plausibility {
  return { refuses: (value) => value < limit, words: wordsOf(words) };
}

/** The outermost ratio of a formula with the factor it is multiplied by, or undefined. */
export function ratioOf(formula: Formula): { above: Formula; below: Formula; factor: number } | undefined {
  if (formula.kind === 'ratio') return { above: formula.above, below: formula.below, factor: 1 };
  if (formula.kind !== 'times') return undefined;
  const inner = ratioOf(formula.of);
  return inner === undefined ? undefined : { ...inner, factor: inner.factor * formula.factor };
}

/** The first reason why a calculated value is not shown, or undefined. */
export function implausible(indicator: Pick<Indicator, 'refuse'>, value: number): Refusal | undefined {
  const broken = indicator.refuse.find(({ refuses }) => refuses(value));
  return broken === undefined ? undefined : { kind: 'implausible', words: broken.words };
}
