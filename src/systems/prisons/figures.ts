import { say, type Message } from '#kernel/i18n/say.ts';
import { figure, type Quantity } from '#engines/statistics/index.ts';

/** Words for the figures of a flow that has the shape of MANDATA:PRISONS. */
export function prisonFigures(flow: string) {
  const of = (codes: Readonly<Record<string, string>>, words: Message): Quantity =>
    figure(flow, { FREQ: 'A', SEX: '_T', AGE: '_T', BREAKDOWN: '_T', UNIT_MEASURE: 'NUMBER', ...codes }, words);
  return {
    held: of({ INDICATOR: 'PERSONS_HELD' }, say('persons held')),
    women: of({ INDICATOR: 'PERSONS_HELD', SEX: 'F' }, say('women held')),
    unsentenced: of({ INDICATOR: 'PERSONS_HELD', BREAKDOWN: 'UNSENTENCED' }, say('persons held unsentenced')),
    heldRate: of(
      { INDICATOR: 'PERSONS_HELD', UNIT_MEASURE: 'PER_100000_POP' },
      say('persons held per 100,000 population'),
    ),
    capacity: of({ INDICATOR: 'CAPACITY' }, say('official prison capacity')),
    deaths: of({ INDICATOR: 'DEATHS' }, say('deaths in prison')),
    unsentencedEstimate: of(
      { INDICATOR: 'UNSENTENCED_SHARE_ESTIMATE', UNIT_MEASURE: 'PT' },
      say('the custodian’s estimate of the unsentenced share'),
    ),
  };
}

/** Population, as a count and its published rate imply it. */
export function impliedPopulation(flow: string): Quantity {
  const { held, heldRate } = prisonFigures(flow);
  return held.per(heldRate).times(100_000);
}
