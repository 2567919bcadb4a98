import { code, codelist, frequency, referenceArea, sex, sourceAttribute, unitMeasure } from '../codelists.ts';
import type { Check } from '../checks/check.ts';
import { defineFlow, dimension, type FlowDefinition } from '../definition.ts';
import { always, codesIn, defineMapping, from, textIn } from '../import/mapping.ts';

const topics = codelist('CL_TOPIC', 'Topic', [
  code('HELD', 'Persons held'),
  code('UNSENTENCED', 'Unsentenced'),
  code('DEATHS', 'Deaths'),
]);

/** A small flow: persons held, unsentenced and dead, by area, sex and unit. Read from the columns Area, Topic, Sex, Unit, Year, Value, Source. */
export function aFlow(checks: readonly Check[] = [], id = 'TEST:CUSTODY'): FlowDefinition {
  return defineFlow({
    id,
    name: 'Custody',
    dimensions: [frequency(), referenceArea(), dimension('TOPIC', 'Topic', topics), sex(), unitMeasure()],
    attributes: [sourceAttribute],
    checks,
    mappings: {
      plain: defineMapping({
        id: 'plain',
        dimensions: {
          FREQ: always('A'),
          REF_AREA: codesIn('Area'),
          TOPIC: from('Topic', [
            ['Held', 'HELD'],
            ['Unsentenced', 'UNSENTENCED'],
            ['Deaths', 'DEATHS'],
          ]),
          SEX: from('Sex', [
            ['Total', '_T'],
            ['Male', 'M'],
            ['Female', 'F'],
          ]),
          UNIT_MEASURE: from('Unit', [
            ['Counts', 'NUMBER'],
            ['Rate', 'PER_100000_POP'],
            ['Percent', 'PT'],
          ]),
        },
        period: 'Year',
        value: 'Value',
        attributes: { SOURCE: textIn('Source') },
        counts: { dimension: 'UNIT_MEASURE', codes: ['NUMBER'] },
      }),
    },
    mapping: 'plain',
  });
}

export type Figure = readonly [
  area: string,
  topic: string,
  sex: string,
  unit: string,
  year: string | number,
  value: string | number,
];

/** The figures as the CSV file that `aFlow` reads; the first is in row 2. */
export function csvOf(figures: readonly Figure[]): string {
  const cell = (text: string | number): string =>
    /[",\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : String(text);
  return ['Area,Topic,Sex,Unit,Year,Value', ...figures.map((figure) => figure.map(cell).join(','))].join('\n') + '\n';
}
