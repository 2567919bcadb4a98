import { say } from '#kernel/i18n/say.ts';
import {
  age,
  countRate,
  coverage,
  defineFlow,
  dimension,
  duplicateKey,
  frequency,
  jump,
  mirror,
  notAbove,
  partsOfTotal,
  percentage,
  plausiblePeriod,
  portalLicence,
  referenceArea,
  sex,
  sourceAttribute,
  unitMeasure,
  wholeAndNotNegative,
} from '#engines/statistics/index.ts';
import { breakdowns, indicators } from './codelists.ts';
import { publishedWorkbook } from './published-workbook.ts';

const counts = { UNIT_MEASURE: 'NUMBER' };
const held = { INDICATOR: 'PERSONS_HELD', UNIT_MEASURE: 'NUMBER' };

/** Persons held, unsentenced and entering, capacity and mortality, as States report them each year. */
export const prisons = defineFlow({
  id: 'MANDATA:PRISONS',
  name: say('Prisons and prisoners'),
  description: say(
    'Persons held in prison, by sex, age, legal status, citizenship and crime; unsentenced persons by length of detention; persons entering prison; official capacity; deaths in prison. By State and year, as counts and per 100,000 population.',
  ),
  themes: ['prisons'],
  publisher: 'United Nations Office on Drugs and Crime',
  licence: portalLicence,
  // The workbook is published, and so may be what is found in it.
  findingsAudience: 'public',
  dimensions: [
    frequency(),
    referenceArea(),
    dimension('INDICATOR', say('Indicator'), indicators),
    sex(),
    age(),
    dimension('BREAKDOWN', say('Broken down by'), breakdowns),
    unitMeasure(),
  ],
  attributes: [sourceAttribute],
  checks: [
    plausiblePeriod({ from: 1950 }),
    percentage({ of: { UNIT_MEASURE: 'PT' } }),
    // States also give the average of a year or compute a status from a percentage: such counts have fractions.
    wholeAndNotNegative({ of: counts, fractions: 'warning' }),
    // Before figures given twice are taken out: it shows which count and which rate do not belong together.
    countRate({ count: 'NUMBER', rate: 'PER_100000_POP', populationBy: ['SEX', 'AGE'] }),
    duplicateKey(),
    notAbove({
      id: 'unsentenced-above-held',
      says: say('No more persons are unsentenced than held.'),
      part: { INDICATOR: 'PERSONS_HELD', BREAKDOWN: 'UNSENTENCED' },
      whole: { BREAKDOWN: '_T' },
    }),
    notAbove({
      id: 'sentenced-above-held',
      says: say('No more persons are sentenced than held.'),
      severity: 'warning',
      part: { INDICATOR: 'PERSONS_HELD', BREAKDOWN: 'SENTENCED' },
      whole: { BREAKDOWN: '_T' },
    }),
    partsOfTotal({
      id: 'male-and-female',
      says: say('Male and female make the total.'),
      dimension: 'SEX',
      parts: ['M', 'F'],
      of: counts,
    }),
    partsOfTotal({
      id: 'adults-and-juveniles',
      says: say('Adults and juveniles make the total.'),
      dimension: 'AGE',
      parts: ['ADULT', 'JUVENILE'],
      of: counts,
    }),
    partsOfTotal({
      id: 'sentenced-and-unsentenced',
      says: say('Sentenced and unsentenced persons make those held.'),
      dimension: 'BREAKDOWN',
      parts: ['SENTENCED', 'UNSENTENCED'],
      of: held,
    }),
    partsOfTotal({
      id: 'national-and-foreign',
      says: say('National and foreign citizens make those held.'),
      dimension: 'BREAKDOWN',
      parts: ['NATIONAL', 'FOREIGN'],
      of: held,
    }),
    partsOfTotal({
      id: 'external-deaths',
      says: say('Homicide, suicide and accidents make the deaths from external causes.'),
      dimension: 'BREAKDOWN',
      parts: ['HOMICIDE', 'SUICIDE', 'ACCIDENT'],
      total: 'EXTERNAL',
      of: { INDICATOR: 'DEATHS', UNIT_MEASURE: 'NUMBER' },
    }),
    mirror({
      id: 'unsentenced-twice',
      says: say('The unsentenced of the table by status are those of the table by length of detention.'),
      one: { INDICATOR: 'UNSENTENCED_BY_LENGTH', BREAKDOWN: '_T' },
      other: { INDICATOR: 'PERSONS_HELD', BREAKDOWN: 'UNSENTENCED' },
    }),
    jump({ of: counts }),
    coverage({ of: { INDICATOR: 'PERSONS_HELD', SEX: '_T', AGE: '_T', BREAKDOWN: '_T', UNIT_MEASURE: 'NUMBER' } }),
  ],
  mappings: { prisons: publishedWorkbook },
  mapping: 'prisons',
});
