import { figure, type Quantity } from '#engines/statistics/index.ts';

/** Words for the figures of a flow that has the shape of MANDATA:PRISONS. */
export function prisonFigures(flow: string) {
  const of = (codes: Readonly<Record<string, string>>, words: string): Quantity =>
    figure(flow, { FREQ: 'A', SEX: '_T', AGE: '_T', BREAKDOWN: '_T', UNIT_MEASURE: 'NUMBER', ...codes }, words);
  return {
    held: of({ INDICATOR: 'PERSONS_HELD' }, 'persons held'),
    women: of({ INDICATOR: 'PERSONS_HELD', SEX: 'F' }, 'women held'),
    unsentenced: of({ INDICATOR: 'PERSONS_HELD', BREAKDOWN: 'UNSENTENCED' }, 'persons held unsentenced'),
    heldRate: of({ INDICATOR: 'PERSONS_HELD', UNIT_MEASURE: 'PER_100000_POP' }, 'persons held per 100,000 population'),
    capacity: of({ INDICATOR: 'CAPACITY' }, 'official prison capacity'),
    deaths: of({ INDICATOR: 'DEATHS' }, 'deaths in prison'),
    unsentencedEstimate: of(
      { INDICATOR: 'UNSENTENCED_SHARE_ESTIMATE', UNIT_MEASURE: 'PT' },
      'the custodian’s estimate of the unsentenced share',
    ),
  };
}

/** Population, as a count and its published rate imply it. */
export function impliedPopulation(flow: string): Quantity {
  const { held, heldRate } = prisonFigures(flow);
  return held.per(heldRate).times(100_000);
}
