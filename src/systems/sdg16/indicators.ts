import { findSdg } from '#reference/index.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import { above, defineIndicator, figure, type Indicator, type Quantity } from '#engines/statistics/index.ts';

/** Indicators of Goal 16 that the released flows can answer; `prefix` sets demonstration apart. */
export function sdg16Indicators(
  prisons: string,
  prefix = '',
  populationOf: (implied: Quantity) => Quantity = (implied) => implied,
): readonly Indicator[] {
  const persons = (codes: Readonly<Record<string, string>>, words: Message) =>
    figure(
      prisons,
      { FREQ: 'A', SEX: '_T', AGE: '_T', INDICATOR: 'PERSONS_HELD', BREAKDOWN: '_T', UNIT_MEASURE: 'NUMBER', ...codes },
      words,
    );
  const held = persons({}, say('persons held'));
  return [
    defineIndicator({
      id: `${prefix}16.3.2`,
      title: say('Unsentenced detainees as a share of overall prison population'),
      description: say(
        'Persons held in prison who have not been sentenced yet, as a share of all persons held, on a given day.',
      ),
      unit: say('%'),
      decimals: 1,
      value: persons({ BREAKDOWN: 'UNSENTENCED' }, say('persons held unsentenced')).per(held).times(100),
      population: populationOf(
        held
          .per(persons({ UNIT_MEASURE: 'PER_100000_POP' }, say('persons held per 100,000 population')))
          .times(100_000),
      ),
      refuse: [above(100, say('more unsentenced than held'))],
      aggregate: { method: 'sums', minimumCoverage: { population: 0.5 }, carryForward: 3 },
      framework: say('Sustainable Development Goal 16, target 16.3'),
      otherSources: [
        {
          value: persons(
            { INDICATOR: 'UNSENTENCED_SHARE_ESTIMATE', UNIT_MEASURE: 'PT' },
            say('the custodian’s estimate'),
          ),
          title: say('The custodian’s own estimate, as published in the workbook'),
        },
      ],
      themes: ['prisons', 'justice'],
      metadata: {
        '0.a': findSdg('16')?.title ?? 'Goal 16',
        '0.b': findSdg('16.3')?.title ?? 'Target 16.3',
        '0.c': findSdg('16.3.2')?.title ?? 'Indicator 16.3.2',
        '0.d': 'Unsentenced detainees as a proportion of overall prison population (per cent).',
        '0.f': '16.3.1 (reporting of victimization), 16.3.3 (access to dispute resolution).',
        '0.g': 'United Nations Office on Drugs and Crime',
        '1.a': 'United Nations Office on Drugs and Crime',
        '2.a':
          'Unsentenced: held in prison on the reference date without a sentence yet for any offence. A person whose sentence is under appeal, and so not final, counts as sentenced.',
        '2.b': 'Per cent.',
        '2.c': 'International Classification of Crime for Statistical Purposes.',
        '3.a': 'Administrative records of prison administrations.',
        '3.b':
          'United Nations Survey of Crime Trends and Operations of Criminal Justice Systems, asked of every State each year.',
        '3.c': 'Every year; the survey asks for figures on 31 December, or on the day that the country uses.',
        '3.d':
          'When a new file has been accepted; each release is numbered and says its day. An embargo, where there is one, is told.',
        '3.e':
          'National focal points of the survey, usually in the ministry of justice or of the interior, or the national statistical office.',
        '4.a':
          'Everyone is presumed innocent until proved guilty; long detention before a sentence touches that right, and shows how well courts work.',
        '4.b':
          'The share falls when more people are sentenced, whether or not fewer are detained before. Read it with the number of persons held and the length of detention.',
        '4.c': 'Persons held unsentenced ÷ persons held × 100.',
        '4.d':
          'Every reported row is checked on import; a country whose unsentenced exceed the persons held has no value.',
        '4.e': 'None: a published figure is the one that was reported.',
        '4.f':
          'A country without a figure has no value. In regional figures its latest value of at most three earlier years stands in, and the regional figure says so.',
        '4.g':
          'Numerators and denominators are summed over the countries that have both; no figure is shown below half of the population, as a released table of populations gives it or else as the data imply it. A State that reports only in parts is the sum of all of them.',
        '4.i':
          'Nothing is published that was not checked, accepted by a person and released; each figure leads back to its row.',
        '5': 'By sex where States report it.',
        '6': 'The custodian’s own regional estimates impute more countries; they are shown beside ours as another source.',
        '7': 'SDG metadata repository, indicator 16.3.2.',
      },
    }),
  ];
}
