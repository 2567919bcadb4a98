import { say } from '#kernel/i18n/index.ts';
import type { Kit } from '../layout/kit.ts';
import { extremes } from '../table/summary.ts';
import type { TimedSeries } from './read-series.ts';

/** What the lines show, in sentences: how many, over which time, highest, lowest, and the latest of up to six of them. */
export function summarizeLine(kit: Kit, series: readonly TimedSeries[], opening: string): string {
  const figures = series.flatMap(({ label, points }) =>
    points.flatMap(({ y, period }) =>
      y === null
        ? []
        : [
            {
              name: series.length > 1 ? `${label}, ${period.label}` : period.label,
              value: y,
              at: period.at,
              written: period.label,
            },
          ],
    ),
  );
  const times = [...figures].sort((a, b) => a.at - b.at);
  const from = times[0]?.written;
  const to = times.at(-1)?.written;
  const sentences = [opening];
  if (from !== undefined && to !== undefined)
    sentences.push(
      from === to ? kit.say(say('Period: {from}.', { from })) : kit.say(say('From {from} to {to}.', { from, to })),
    );
  if (figures.length > 1 || figures.length === 0) sentences.push(extremes(kit, figures));
  const latest = series.slice(0, 6).flatMap(({ label, points }) => {
    const point = points.findLast(({ y }) => y !== null);
    if (point === undefined || point.y === null) return [];
    return series.length > 1
      ? `${label} ${kit.figure(point.y)} (${point.period.label})`
      : `${kit.measure(point.y)} (${point.period.label})`;
  });
  if (latest.length > 0) sentences.push(kit.say(say('Latest: {figures}.', { figures: latest.join('; ') })));
  const gaps = series.reduce((sum, { points }) => sum + points.filter(({ y }) => y === null).length, 0);
  if (gaps > 0) sentences.push(kit.say(say('Periods without a figure: {count}.', { count: gaps })));
  return sentences.join(' ');
}
