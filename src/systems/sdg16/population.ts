import { say } from '#kernel/i18n/say.ts';
import {
  age,
  always,
  areaSpellings,
  codesIn,
  defineFlow,
  defineMapping,
  duplicateKey,
  figure,
  frequency,
  jump,
  plausiblePeriod,
  referenceArea,
  sex,
  sourceAttribute,
  textIn,
  unitMeasure,
  wholeAndNotNegative,
  type Quantity,
} from '#engines/statistics/index.ts';

const persons = { UNIT_MEASURE: 'PS' };

/**
 * Resident populations, for the coverage and the weights of regional figures. None are shipped: who has a table imports it
 * (columns Iso3_code, Year, Population, in persons; or SDMX-CSV) and releases it like any other figures.
 */
export const population = defineFlow({
  id: 'MANDATA:POPULATION',
  name: say('Resident population'),
  description: say(
    'Resident population of countries and areas, by which regional figures are weighted and their coverage is told.',
  ),
  dimensions: [frequency(), referenceArea(), sex(), age(), unitMeasure()],
  attributes: [sourceAttribute],
  checks: [
    plausiblePeriod({ from: 1950, ahead: 80 }),
    wholeAndNotNegative({ of: persons, fractions: 'warning' }),
    duplicateKey(),
    jump({ of: persons }),
  ],
  mappings: {
    population: defineMapping({
      id: 'population',
      dimensions: {
        FREQ: always('A'),
        REF_AREA: codesIn(['Iso3_code', 'ISO3', 'Country code'], areaSpellings),
        SEX: always('_T'),
        AGE: always('_T'),
        UNIT_MEASURE: always('PS'),
      },
      period: ['Year', 'Time'],
      value: 'Population',
      attributes: { SOURCE: textIn('Source') },
      counts: { dimension: 'UNIT_MEASURE', codes: ['PS'] },
    }),
  },
  mapping: 'population',
});

/** The released population of a country or area, else what the data themselves imply. */
export const populationOr = (implied: Quantity): Quantity =>
  figure('MANDATA:POPULATION', { FREQ: 'A', SEX: '_T', AGE: '_T', ...persons }, say('resident population')).or(implied);
