import { say } from '#kernel/i18n/say.ts';
import {
  above,
  below,
  defineIndicator,
  type AggregateRule,
  type Indicator,
  type Quantity,
} from '#engines/statistics/index.ts';
import { impliedPopulation, prisonFigures } from './figures.ts';

const halfOfPopulation: AggregateRule = { method: 'sums', minimumCoverage: { population: 0.5 }, carryForward: 3 };
const custodian = 'United Nations Office on Drugs and Crime';
const collected =
  'United Nations Survey of Crime Trends and Operations of Criminal Justice Systems, asked of every State each year; supplemented by national publications and the World Prison Brief, as the source of each figure says.';

/** Metadata that the measures of this flow share. */
const shared = {
  '0.g': custodian,
  '1.a': custodian,
  '3.a': 'Administrative records of prison administrations.',
  '3.b': collected,
  '3.c': 'Every year; the survey asks for figures on 31 December, or on the day that the country uses.',
  '3.d':
    'When a new file has been accepted; each release is numbered and says its day. An embargo, where there is one, is told.',
  '3.e':
    'National focal points of the survey, usually in the ministry of justice or of the interior, or the national statistical office.',
  '4.d':
    'Every reported row is checked on import (domains, keys, parts and totals, counts and rates, jumps, two sources of the same figure). Findings are public with the release.',
  '4.e': 'None: a published figure is the one that was reported.',
  '4.f':
    'A country without a figure has no value. In regional figures its latest value of at most three earlier years stands in, and the regional figure says so.',
  '4.g':
    'Numerators and denominators are summed over the countries that have both; no figure is shown below half of the population, as a released table of populations gives it or else as the data imply it.',
  '4.i':
    'Nothing is published that was not checked, accepted by a person and released; each figure leads back to its row.',
  '5': 'By sex and age where States report it.',
} as const;

/** What is calculated from a flow that has the shape of MANDATA:PRISONS; `prefix` sets demonstration apart. */
export function prisonIndicators(
  flow: string,
  prefix = '',
  populationOf: (implied: Quantity) => Quantity = (implied) => implied,
): readonly Indicator[] {
  const { held, women, heldRate, capacity, deaths } = prisonFigures(flow);
  const population = populationOf(impliedPopulation(flow));
  return [
    defineIndicator({
      id: `${prefix}prison-population-rate`,
      title: say('Prison population rate'),
      description: say('Persons held in prison on a given day, for every 100,000 inhabitants.'),
      unit: say('per 100,000 population'),
      decimals: 1,
      value: heldRate,
      population,
      refuse: [below(0, say('a rate cannot be negative'))],
      aggregate: { ...halfOfPopulation, method: 'weighted' },
      themes: ['prisons'],
      metadata: {
        ...shared,
        '2.a':
          'Persons held: all who are held in facilities of the prison administration, or elsewhere as a sentence or awaiting one, on the reference date.',
        '2.b': 'Persons per 100,000 inhabitants.',
        '4.b':
          'Countries differ in which facilities they count (police cells, juvenile and psychiatric institutions, immigration detention).',
        '4.c':
          'The published rate as reported. Regional figures are its mean weighted by the population that counts and rates imply.',
      },
    }),
    defineIndicator({
      id: `${prefix}prison-occupancy`,
      title: say('Prison occupancy'),
      description: say(
        'Persons held as a share of the official capacity. Above 100 per cent, prisons are overcrowded by their own measure.',
      ),
      unit: say('%'),
      decimals: 1,
      value: held.per(capacity).times(100),
      population,
      refuse: [
        above(1000, say('more than ten persons for each place: capacity and persons held do not count the same')),
      ],
      aggregate: halfOfPopulation,
      themes: ['prisons'],
      metadata: {
        ...shared,
        '2.a':
          'Official capacity: the number of persons that prisons are officially intended to hold, whatever the space a person is given.',
        '2.b': 'Per cent.',
        '4.b':
          'The space that a place stands for differs between countries; 100 per cent does not mean that international standards are met.',
        '4.c': 'Persons held ÷ official capacity × 100.',
      },
    }),
    defineIndicator({
      id: `${prefix}female-share-held`,
      title: say('Women among persons held'),
      description: say('Women and girls as a share of all persons held in prison.'),
      unit: say('%'),
      decimals: 1,
      value: women.per(held).times(100),
      population,
      refuse: [above(100, say('more women than persons held'))],
      aggregate: halfOfPopulation,
      themes: ['prisons', 'gender'],
      metadata: {
        ...shared,
        '2.a': 'Persons held, by sex.',
        '2.b': 'Per cent.',
        '4.c': 'Women held ÷ persons held × 100.',
      },
    }),
    defineIndicator({
      id: `${prefix}prison-mortality-rate`,
      title: say('Mortality in prison'),
      description: say('Deaths in prison in a year, for every 1,000 persons held.'),
      unit: say('per 1,000 persons held'),
      decimals: 2,
      value: deaths.per(held).times(1000),
      population,
      refuse: [above(1000, say('more deaths than persons held'))],
      aggregate: halfOfPopulation,
      themes: ['prisons'],
      metadata: {
        ...shared,
        '2.a': 'Deaths of persons while held in prison, from any cause, during the year.',
        '2.b': 'Deaths per 1,000 persons held.',
        '4.b': 'The denominator is a stock on one day, not the persons who passed through during the year.',
        '4.c': 'Deaths in prison ÷ persons held × 1,000.',
      },
    }),
  ];
}
