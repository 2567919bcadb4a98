import { findArea, findGroup } from '#reference/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say, translate } from '#kernel/i18n/index.ts';
import type { Command } from '#kernel/commands/index.ts';
import { operator } from '#kernel/policy/index.ts';
import type { IndicatorFigure } from '#engines/statistics/index.ts';
import type { House } from '../house/open-house.ts';

/** Without a flow of real data released, nobody means the demonstration: it is asked for by its own id. */
export const indicatorCommand: Command<House> = {
  name: 'statistics indicator',
  summary: 'Calculates an indicator for a country, region or the world, with the published figures behind it.',
  arguments: ['ID'],
  options: {
    area: { type: 'string', value: 'AREA', summary: 'ISO code, M49 code of a region, or WORLD' },
    period: { type: 'string', value: 'YEAR', summary: 'the period' },
    json: { type: 'boolean', summary: 'as JSON' },
  },
  async run({ statistics: { indicators } }, input, io) {
    const [id = ''] = input.arguments;
    const [area, period] = [input.text('area'), input.text('period')];
    if (area === undefined || period === undefined)
      throw new Problem('wrong-use', say('Name the place and the period: --area KEN --period 2020.'));
    const place = findArea(area)?.id ?? findGroup(area)?.id;
    if (place === undefined)
      throw new Problem('not-found', say('There is no country or area with the code “{area}”.', { area }));
    const indicator = indicators.find(id);
    const figure = await indicators.at(id, place, period, operator);
    const answer = answerOf(id, place, period, indicator === undefined ? '' : translate('en', indicator.unit), figure);
    if (input.given('json')) await io.out(`${JSON.stringify(answer)}\n`);
    else
      await io.out(
        `${id}, ${place}, ${period}: ${answer.value === null ? answer.reason : `${answer.value} ${answer.unit}`}\n`,
      );
    return 0;
  },
};

function answerOf(id: string, area: string, period: string, unit: string, figure: IndicatorFigure) {
  const base = { id, area, period, unit };
  if ('coverage' in figure) {
    const { value, refusal, coverage, areas } = figure;
    const status = value === undefined ? (refusal?.kind ?? 'missing') : coverage.imputed > 0 ? 'imputed' : 'calculated';
    return {
      ...base,
      value: value ?? null,
      status,
      ...(refusal !== undefined && { reason: refusal.words }),
      coverage,
      inputs: areas,
    };
  }
  const { outcome, composedOf } = figure;
  return {
    ...base,
    value: outcome.ok ? outcome.value : null,
    status: outcome.ok ? 'calculated' : outcome.refusal.kind,
    ...(!outcome.ok && { reason: outcome.refusal.words }),
    ...(composedOf !== undefined && { composedOf }),
    inputs: outcome.inputs,
  };
}
