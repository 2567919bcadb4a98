/* oxlint-disable unicorn/no-thenable -- "then" is JSON Schema’s own word */
// The rules of the prisons flow over 720,000 figures, beside ajv and SurveyJS on what they can express, and beside a bare loop over the values.
import { Ajv } from 'ajv';
import type { Check } from '#engines/statistics/index.ts';
import { prisons } from '#systems/prisons/index.ts';
import { frameOf } from '../src/engines/statistics/checks/frame.ts';
import { layoutOf } from '../src/engines/statistics/checks/layout.ts';
import { checker } from '../src/engines/statistics/checks/run-checks.ts';
import { type Figure, median, recordFigures } from './figures.ts';
import { custodyFigures } from './parts/custody-figures.ts';
import { surveyCore } from './parts/survey-core.ts';

const runs = 7;
const areas = 200;
const years = Array.from({ length: 40 }, (_, place) => String(1986 + place));
const layout = layoutOf(prisons.flow.structure, years);
const columns = Array.from({ length: areas }, (_, area) => custodyFigures(layout, area));
const figures = columns.reduce((sum, { values }) => sum + values.length, 0);

/** Rules that judge a figure by itself: all that a schema or a form can say. */
const alone = prisons.checks.filter(({ kind }) => kind === 'period' || kind === 'range' || kind === 'whole');

function seconds(work: () => void): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return (performance.now() - start) / 1000;
    }),
  );
}

/** Seconds for all figures through the checks, the frames and the index built anew each time. */
function timeChecks(checks: readonly Check[]): number {
  return seconds(() => {
    let findings = 0;
    const judge = checker(checks, layout, { year: 2026 }, () => void findings++);
    for (const each of columns) judge.check(frameOf(each));
    judge.finish();
    if (findings > 0) throw new Error(`${findings} findings in figures without a fault`);
  });
}

// What a schema can say of a figure: its year, its kind, its sign. Objects are made before the clock starts.
const numbers = layout.dimensions.at(-1)?.indexOf.get('NUMBER');
const objects = columns.flatMap(({ periods, values, dimensions }) =>
  Array.from(values, (value, at) => ({
    year: 1986 + (periods[at] ?? 0),
    unit: dimensions.at(-1)?.[at] === numbers ? 'NUMBER' : 'PER_100000_POP',
    value,
  })),
);
const validate = new Ajv().compile({
  type: 'object',
  required: ['year', 'unit', 'value'],
  properties: {
    year: { type: 'integer', minimum: 1950, maximum: 2026 },
    unit: { enum: ['NUMBER', 'PER_100000_POP', 'PT'] },
    value: { type: 'number' },
  },
  allOf: [
    {
      if: { properties: { unit: { const: 'NUMBER' } } },
      then: { properties: { value: { type: 'integer', minimum: 0 } } },
    },
    {
      if: { properties: { unit: { const: 'PT' } } },
      then: { properties: { value: { type: 'number', minimum: 0, maximum: 100 } } },
    },
  ],
});
const ajv = seconds(() => {
  for (const object of objects) if (!validate(object)) throw new Error('a figure without a fault was refused');
});
const judge = await surveyCore();
const asked = 500;
const survey =
  judge === undefined
    ? undefined
    : seconds(() => {
        for (const object of objects.slice(0, asked))
          if (!judge(object)) throw new Error('a figure without a fault was refused');
      });
const bare = seconds(() => {
  let bad = 0;
  for (const { values } of columns) for (let at = 0; at < values.length; at++) if (!((values[at] ?? -1) >= 0)) bad++;
  if (bad > 0) throw new Error('bad');
});

const million = (count: number, time: number): string =>
  `${(count / time / 1e6).toFixed(count / time < 1e6 ? 3 : 1)} million a second`;
const own = timeChecks(alone);
const all = timeChecks(prisons.checks);
const cells = figures * prisons.checks.length;
const recorded: Figure[] = [
  {
    what: `The ${alone.length} rules of the prisons flow that judge a figure by itself (year, percentage, whole and not negative), ${figures} figures; a cell is a figure judged by a rule`,
    ours: million(figures * alone.length, own),
    peer: [
      `${million(figures * alone.length, ajv)} (ajv)`,
      survey === undefined ? 'SurveyJS is not installed' : `${million(asked * alone.length, survey)} (SurveyJS)`,
    ].join(', '),
    limit: `${million(figures, bare)} (one comparison a figure, bare loop)`,
    goal: '≥ 20 million cells a second',
    met: (figures * alone.length) / own >= 20e6,
  },
  {
    what: `All ${prisons.checks.length} rules of the prisons flow, those that compare figures (twice, parts, rate, above, mirror, jump, coverage) with their index`,
    ours: million(cells, all),
    peer: 'cannot be said in a schema or a form',
    goal: '≥ 20 million cells a second',
    met: cells / all >= 20e6,
  },
  { what: 'The same, counted in figures', ours: million(figures, all) },
];
recordFigures('Statistical checks', { command: 'npm run bench -- statistics-checks', runs, figures: recorded });
