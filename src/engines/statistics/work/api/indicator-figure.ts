import { z } from '@hono/zod-openapi';
import type { IndicatorFigure } from '../../indicators/open-indicators.ts';

const usedFigure = z.object({
  flow: z.string(),
  release: z.int(),
  area: z.string(),
  period: z.string(),
  codes: z.record(z.string(), z.string()),
  words: z.string(),
  value: z.number(),
  status: z.string(),
  batch: z.string(),
  row: z.int(),
});

export const figure = z
  .object({
    id: z.string(),
    area: z.string(),
    period: z.string(),
    value: z.number().nullable(),
    unit: z.string(),
    status: z.string().openapi({
      description:
        'calculated, imputed, or why there is no value: missing, divided-by-zero, implausible, low-coverage.',
    }),
    reason: z.string().optional(),
    composedOf: z
      .array(z.string())
      .optional()
      .openapi({ description: 'Parts that were added up because the State reports only in parts.' }),
    coverage: z
      .object({ countries: z.int(), of: z.int(), population: z.number().optional(), imputed: z.int() })
      .optional(),
    inputs: z
      .array(z.union([usedFigure, z.object({ area: z.string(), period: z.string() })]))
      .openapi({ description: 'The published figures behind it; for a region, its countries with their period.' }),
  })
  .openapi('StatisticsIndicatorFigure');
export type Figure = z.infer<typeof figure>;

/** A figure of a country or group, with its inputs and the reason where there is no value. */
export function asFigure(id: string, unit: string, found: IndicatorFigure): Figure {
  if ('coverage' in found) {
    const { group, period, value, refusal, coverage, areas } = found;
    const calculated = coverage.imputed > 0 ? 'imputed' : 'calculated';
    return {
      id,
      area: group,
      period,
      value: value ?? null,
      unit,
      status: value === undefined ? (refusal?.kind ?? 'missing') : calculated,
      ...(refusal !== undefined && { reason: refusal.words }),
      coverage: { ...coverage },
      inputs: areas.map((each) => ({ ...each })),
    };
  }
  const { area, period, outcome, composedOf } = found;
  return {
    id,
    area,
    period,
    value: outcome.ok ? outcome.value : null,
    unit,
    status: outcome.ok ? 'calculated' : outcome.refusal.kind,
    ...(!outcome.ok && { reason: outcome.refusal.words }),
    ...(composedOf !== undefined && { composedOf: [...composedOf] }),
    inputs: outcome.inputs.map((each) => ({ ...each, codes: { ...each.codes } })),
  };
}
