import { countries } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import type { FlowDefinition } from '#engines/statistics/index.ts';
import { prisons } from './flow.ts';

/** The same flow under the agency of invented data, so that the mark goes with every export. */
export const demonstrationPrisons: FlowDefinition = {
  ...prisons,
  flow: {
    ...prisons.flow,
    agency: 'MANDATA.DEMO',
    name: say('Prisons and prisoners (demonstration data)'),
    description: say(
      'Invented figures in the shape of the real flow, for trying the platform out. They say nothing about any country.',
    ),
    structure: { ...prisons.flow.structure, agency: 'MANDATA.DEMO' },
  },
  publisher: 'Mandata demonstration',
  licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

const columns = [
  'Iso3_code',
  'Country',
  'Region',
  'Subregion',
  'Indicator',
  'Dimension',
  'Category',
  'Sex',
  'Age',
  'Year',
  'Unit of measurement',
  'VALUE',
  'Source',
] as const;
const years = Array.from({ length: 11 }, (_, at) => 2014 + at);
const source = 'Demonstration data, invented';

/** A file of invented figures for every member State in the portal's layout, the same at each call: consistent, with a few planted faults. */
export function* demonstrationFile(): Generator<string> {
  yield `${columns.join(',')}\n`;
  for (const { alpha3, name, membership } of countries) {
    if (membership === 'member-state') yield rowsOf(alpha3, name.en);
  }
}

function rowsOf(area: string, name: string): string {
  const random = generator(area);
  const between = (low: number, high: number): number => low + (high - low) * random();
  let population = Math.exp(between(Math.log(20_000), Math.log(2e8)));
  let rate = Math.exp(between(Math.log(40), Math.log(420)));
  let unsentencedShare = between(0.08, 0.62);
  const womenShare = between(0.02, 0.11);
  const crowding = between(0.7, 1.8);
  const lines: string[] = [];
  for (const year of years) {
    population *= 1 + between(-0.004, 0.026);
    rate *= 1 + between(-0.06, 0.06);
    unsentencedShare = Math.min(0.75, Math.max(0.04, unsentencedShare + between(-0.02, 0.02)));
    if (random() < 0.12) continue; // a State that did not answer that year
    const held = Math.round((population * rate) / 100_000);
    const women = Math.round(held * womenShare);
    const unsentenced = Math.round(held * unsentencedShare);
    const fault = random() < 0.004;
    const line = (
      indicator: string,
      dimension: string,
      category: string,
      sex: string,
      unit: string,
      value: number,
    ): void => {
      lines.push(
        [area, name, '', '', indicator, dimension, category, sex, 'Total', year, unit, value, source]
          .map((field) => `"${String(field).replaceAll('"', '""')}"`)
          .join(','),
      );
    };
    line('Persons held', 'Total', 'Total', 'Total', 'Counts', held);
    line(
      'Persons held',
      'Total',
      'Total',
      'Total',
      'Rate per 100,000 population',
      (held / Math.round(population)) * 100_000,
    );
    line('Persons held', 'Total', 'Total', 'Female', 'Counts', women);
    line('Persons held', 'Total', 'Total', 'Male', 'Counts', held - women + (fault ? 10 : 0));
    line('Persons held', 'by status', 'Unsentenced', 'Total', 'Counts', unsentenced);
    line('Persons held', 'by status', 'Sentenced', 'Total', 'Counts', held - unsentenced);
    line(
      'Prisons facilities and capacity',
      'Total',
      'Official prison capacity',
      'Total',
      'Counts',
      Math.round(held / crowding),
    );
    line('Mortality in prison', 'Total', 'Total', 'Total', 'Counts', Math.round((held * between(1, 6)) / 1000));
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Numbers from 0 to 1 that depend on the word only (mulberry32 over an FNV-1a hash). */
function generator(word: string): () => number {
  let state = 0x811c9dc5;
  for (const character of word) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
