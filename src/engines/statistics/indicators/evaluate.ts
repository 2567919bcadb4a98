import type { Message } from '#kernel/i18n/say.ts';
import type { Formula } from './formula.ts';

/** A published figure as an indicator uses it; enough to walk back to its row. */
export interface UsedFigure {
  readonly flow: string;
  readonly release: number;
  readonly area: string;
  readonly period: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly words: string;
  readonly value: number;
  /** OBS_STATUS of the figure, `A` for a normal one. */
  readonly status: string;
  readonly batch: string;
  readonly row: number;
}

/** Why there is no value: which input is missing, or what forbids the calculation. Never a bare null. */
export type Refusal =
  | { readonly kind: 'missing'; readonly words: string }
  | { readonly kind: 'divided-by-zero'; readonly words: string }
  | { readonly kind: 'implausible'; readonly words: string }
  | { readonly kind: 'low-coverage'; readonly words: string; readonly said: Message };

export type Outcome =
  | { readonly ok: true; readonly value: number; readonly inputs: readonly UsedFigure[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly inputs: readonly UsedFigure[] };

/** Finds the published figure of a series, by the series' id, for one area and period. */
export type FindFigure = (series: string, area: string, period: string) => UsedFigure | undefined;

/** Evaluates a formula for one area and period. */
export function evaluate(formula: Formula, find: FindFigure, area: string, period: string): Outcome {
  switch (formula.kind) {
    case 'figure': {
      const found = find(formula.series.id, area, period);
      if (found === undefined)
        return { ok: false, refusal: { kind: 'missing', words: formula.series.words }, inputs: [] };
      return { ok: true, value: found.value, inputs: [found] };
    }
    case 'times':
      return combine([evaluate(formula.of, find, area, period)], ([value = 0]) => value * formula.factor);
    case 'plus':
      return combine(
        [evaluate(formula.first, find, area, period), evaluate(formula.second, find, area, period)],
        ([first = 0, second = 0]) => first + second,
      );
    case 'or': {
      const first = evaluate(formula.first, find, area, period);
      return first.ok ? first : evaluate(formula.second, find, area, period);
    }
    case 'ratio': {
      const above = evaluate(formula.above, find, area, period);
      const below = evaluate(formula.below, find, area, period);
      if (above.ok && below.ok && below.value === 0) {
        return {
          ok: false,
          refusal: { kind: 'divided-by-zero', words: 'The denominator is zero.' },
          inputs: [...above.inputs, ...below.inputs],
        };
      }
      return combine([above, below], ([first = 0, second = 1]) => first / second);
    }
  }
}

function combine(parts: readonly Outcome[], calculate: (values: readonly number[]) => number): Outcome {
  const inputs = parts.flatMap((part) => part.inputs);
  const failed = parts.find((part) => !part.ok);
  if (failed !== undefined && !failed.ok) return { ok: false, refusal: failed.refusal, inputs };
  return { ok: true, value: calculate(parts.map((part) => (part.ok ? part.value : 0))), inputs };
}
