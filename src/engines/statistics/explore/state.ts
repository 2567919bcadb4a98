/** Ways of looking at figures, in the order in which they are offered. */
export const views = ['map', 'line', 'bar', 'multiples', 'table'] as const;
export type View = (typeof views)[number];

/** Codes chosen of one dimension: some of them, or whatever there is. */
export type Chosen = 'all' | readonly string[];

/** What the address says; what it does not say is filled in from the data by `resolve`. */
export interface ExploreState {
  readonly view?: View;
  /** By dimension, explicit choices only. */
  readonly codes: Readonly<Record<string, Chosen>>;
  readonly from?: string;
  readonly to?: string;
  /** One period, for what shows one at a time. */
  readonly period?: string;
  /** Dimensions (or TIME_PERIOD) down and across the table. */
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  /** A dimension, or `=` and the codes of a column joined by points; `-` before it sorts downwards. */
  readonly sort?: string;
  /** Page of rows and of columns, from 1. */
  readonly page: number;
  readonly across: number;
  /** Release to show; the one in force when absent. */
  readonly release?: number;
  /** Each small chart on a scale of its own. */
  readonly ownScale: boolean;
}

export const emptyState: ExploreState = { codes: {}, page: 1, across: 1, ownScale: false };

/** The state with some of it changed; `undefined` takes a part out. A change of anything but the page goes back to the first. */
export function changed(
  state: ExploreState,
  change: { readonly [Part in keyof ExploreState]?: ExploreState[Part] | undefined },
): ExploreState {
  const turned = 'page' in change || 'across' in change;
  const merged = { ...state, ...(!turned && { page: 1, across: 1 }), ...change };
  const kept = Object.entries(merged).filter(([, part]) => part !== undefined);
  return { ...emptyState, ...Object.fromEntries(kept) };
}

/** The state with other codes of one dimension; `undefined` leaves the choice to the data again. */
export function withCodes(state: ExploreState, dimension: string, codes: Chosen | undefined): ExploreState {
  const { [dimension]: _, ...others } = state.codes;
  return changed(state, { codes: codes === undefined ? others : { ...others, [dimension]: codes } });
}
