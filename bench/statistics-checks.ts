/* oxlint-disable unicorn/no-thenable -- "then" is JSON Schema’s own word */
// The statistical rules over a million figures, beside ajv on what a schema can express, and beside a bare loop over the values.
import { Ajv } from 'ajv';
import {
  countRate,
  duplicateKey,
  jump,
  partsOfTotal,
  percentage,
  plausiblePeriod,
  wholeAndNotNegative,
} from '#engines/statistics/index.ts';
import type { Check } from '#engines/statistics/index.ts';
import { frameOf, type Columns } from '../src/engines/statistics/checks/frame.ts';
import { layoutOf } from '../src/engines/statistics/checks/layout.ts';
import { checker } from '../src/engines/statistics/checks/run-checks.ts';
import { aFlow } from '../src/engines/statistics/testing/a-flow.ts';
import { median, recordFigures } from './figures.ts';

const runs = 9;
const areas = 200;
const years = Array.from({ length: 40 }, (_, place) => String(1986 + place));
const { structure } = aFlow().flow;
const layout = layoutOf(structure, years);
const codes = (id: string, ...wanted: string[]): number[] => {
  const dimension = layout.dimensions.find((each) => each.id === id);
  return wanted.map((code) => dimension?.indexOf.get(code) ?? 0);
};
const units = codes('UNIT_MEASURE', 'NUMBER', 'PER_100000_POP');
const sexes = codes('SEX', '_T', 'M', 'F');
const topics = [0, 1, 2];
const perArea = topics.length * sexes.length * units.length * years.length;

/** Figures of one area without a fault, sorted as the store gives them: what a check costs where it has nothing to say. */
function anArea(area: number): Columns {
  const columns = {
    dimensions: structure.dimensions.map(() => new Int32Array(perArea)),
    periods: new Int32Array(perArea),
    values: new Float64Array(perArea),
    rows: new Int32Array(perArea),
  };
  let at = 0;
  for (const topic of topics) {
    for (const [place, sex] of sexes.entries()) {
      for (const [which, unit] of units.entries()) {
        for (let year = 0; year < years.length; year++, at++) {
          const men = 900 + area + year * 3 + topic;
          const count = [men + 100, men, 100][place] ?? 0;
          [0, area, topic, sex, unit].forEach(
            (code, column) => ((columns.dimensions[column] ?? columns.periods)[at] = code),
          );
          columns.periods[at] = year;
          columns.values[at] = which === 0 ? count : (count / 1_000_000) * 100_000;
          columns.rows[at] = area * perArea + at;
        }
      }
    }
  }
  return columns;
}
const figures = areas * perArea;
const columns = Array.from({ length: areas }, (_, area) => anArea(area));

const counts = { UNIT_MEASURE: 'NUMBER' };
const alone: Check[] = [
  plausiblePeriod(),
  wholeAndNotNegative({ of: counts }),
  percentage({ of: { UNIT_MEASURE: 'PT' } }),
];
const together: Check[] = [
  duplicateKey(),
  partsOfTotal({ dimension: 'SEX', parts: ['M', 'F'], of: counts }),
  countRate({ count: 'NUMBER', rate: 'PER_100000_POP', populationBy: ['SEX'] }),
  jump({ of: counts }),
];

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
const objects = columns.flatMap(({ periods, values, dimensions }) =>
  Array.from(values, (value, at) => ({
    year: 1986 + (periods[at] ?? 0),
    unit: (dimensions[4]?.[at] ?? 0) === units[0] ? 'NUMBER' : 'RATE',
    value,
  })),
);
const validate = new Ajv().compile({
  type: 'object',
  required: ['year', 'unit', 'value'],
  properties: {
    year: { type: 'integer', minimum: 1900, maximum: 2026 },
    unit: { enum: ['NUMBER', 'RATE', 'PT'] },
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
const bare = seconds(() => {
  let bad = 0;
  for (const { values } of columns) for (let at = 0; at < values.length; at++) if (!((values[at] ?? -1) >= 0)) bad++;
  if (bad > 0) throw new Error('bad');
});

const own = timeChecks(alone);
const all = timeChecks([...alone, ...together]);
const million = (count: number, time: number): string => `${(count / time / 1e6).toFixed(1)} million a second`;
const judged = alone.length + together.length;
recordFigures('Statistical checks', {
  command: 'npm run bench -- statistics-checks',
  runs,
  figures: [
    {
      what: `Three rules that judge a figure by itself (year, whole and not negative, percentage), ${figures} figures; a cell is a figure judged by a rule`,
      ours: million(figures * alone.length, own),
      peer: `${million(figures * alone.length, ajv)} (ajv)`,
      limit: `${million(figures, bare)} (one comparison a figure, bare loop)`,
      goal: '≥ 20 million cells a second',
      met: (figures * alone.length) / own >= 20e6,
    },
    {
      what: 'The same and four that compare figures (twice, parts, rate, jump), with their index',
      ours: million(figures * judged, all),
      peer: 'cannot be said in a schema',
      goal: '≥ 20 million cells a second',
      met: (figures * judged) / all >= 20e6,
    },
    { what: 'The same, counted in figures', ours: million(figures, all) },
  ],
});
