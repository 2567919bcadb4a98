import { implausible, type Indicator } from './define-indicator.ts';
import { evaluate, type FindFigure, type Outcome, type UsedFigure } from './evaluate.ts';
import type { Formula } from './formula.ts';

/** A State whose figures come in parts: GBR → England and Wales, Scotland, Northern Ireland. */
export type Parts = ReadonlyMap<string, readonly string[]>;

export interface AreaFigure {
  readonly area: string;
  readonly period: string;
  readonly outcome: Outcome;
  /** The parts whose figures were added up because the whole was not reported. */
  readonly composedOf?: readonly string[];
}

/** An indicator for one area and period. A State that reports only in parts is the sum of all of them, or has no value. */
export function areaFigure(
  indicator: Indicator,
  find: FindFigure,
  parts: Parts,
  area: string,
  period: string,
): AreaFigure {
  const own = evaluate(indicator.formula, find, area, period);
  const composing = own.ok ? undefined : parts.get(area);
  const composed =
    composing === undefined ? undefined : evaluate(indicator.formula, addUp(find, composing), area, period);
  if (composing !== undefined && composed?.ok === true) {
    const inputs = composed.inputs.flatMap((input) => composing.flatMap((part) => originals(find, input, part)));
    return { area, period, outcome: judged(indicator, { ...composed, inputs }), composedOf: composing };
  }
  return { area, period, outcome: judged(indicator, own) };
}

function judged(indicator: Indicator, outcome: Outcome): Outcome {
  const refusal = outcome.ok ? implausible(indicator, outcome.value) : undefined;
  return refusal === undefined ? outcome : { ok: false, refusal, inputs: outcome.inputs };
}

/** Looks a series up as the sum over the parts; undefined unless every part has it. */
function addUp(find: FindFigure, parts: readonly string[]): FindFigure {
  return (series, area, period) => {
    const figures = parts.map((part) => find(series, part, period));
    const [first] = figures;
    if (first === undefined || figures.some((each) => each === undefined)) return undefined;
    return {
      ...first,
      area,
      value: figures.reduce((sum, each) => sum + (each?.value ?? 0), 0),
      codes: { ...first.codes, _series: series },
    };
  };
}

function originals(find: FindFigure, sum: UsedFigure, part: string): UsedFigure[] {
  const original = find(sum.codes['_series'] ?? '', part, sum.period);
  return original === undefined ? [] : [original];
}

/** Value of a formula for an area or for the sum of its parts. */
export function valueFor(
  formula: Formula,
  find: FindFigure,
  parts: Parts,
  area: string,
  period: string,
): number | undefined {
  const own = evaluate(formula, find, area, period);
  if (own.ok) return own.value;
  const composing = parts.get(area);
  const composed = composing === undefined ? undefined : evaluate(formula, addUp(find, composing), area, period);
  return composed?.ok === true ? composed.value : undefined;
}
