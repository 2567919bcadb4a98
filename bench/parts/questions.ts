import { made, mostFigures } from './made-figures.ts';

/** One question as each of those who are timed is asked it. */
export interface Question {
  /** Path of our SDMX service. */
  readonly sdmx: string;
  /** The dimensions that it binds, and the period. */
  readonly where: Readonly<Record<string, string>>;
}

export interface Kind {
  readonly what: string;
  /** `data`: the figures; `codes`: which codes of each dimension there are. */
  readonly gives: 'data' | 'codes';
  /** Milliseconds within which 95 of 100 answers should be there. */
  readonly goal: number;
  /** The n-th question of this kind; each names other codes. */
  at(n: number): Question;
  /** How often the peer is asked in a round: what takes it seconds is asked less, and what takes it longer once in all (0). */
  readonly peerAsks: number;
}

const ids = ['FREQ', 'REF_AREA', 'INDICATOR', 'SEX', 'AGE', 'BREAKDOWN', 'UNIT_MEASURE'];
const flow = 'MANDATA,PRISONS';

/** Codes scattered over all there are (Knuth's multiplicative hash), the same in every run. */
function codesAt(n: number): Record<string, string> {
  const pick = (codes: readonly string[], step: number): string =>
    codes[(Math.imul(n * step + 1, 0x9e3779b1) >>> 7) % codes.length] ?? '';
  return {
    FREQ: 'A',
    REF_AREA: pick(made.areas, 1),
    INDICATOR: pick(made.indicators, 3),
    SEX: pick(made.sexes, 5),
    AGE: pick(made.ages, 7),
    BREAKDOWN: pick(made.breakdowns, 11),
    UNIT_MEASURE: 'NUMBER',
    TIME_PERIOD: pick(made.years, 13),
  };
}

function question(n: number, bound: readonly string[], resource = 'data'): Question {
  const all = codesAt(n);
  const where = Object.fromEntries(Object.entries(all).filter(([id]) => bound.includes(id)));
  const key = ids.map((id) => where[id] ?? '').join('.');
  const year = where['TIME_PERIOD'];
  const period = year === undefined ? '' : `?startPeriod=${year}&endPeriod=${year}`;
  return { sdmx: `/sdmx/rest/${resource}/${flow}/${bound.length === 0 ? 'all' : key}${period}`, where };
}

const withoutArea = ids.filter((id) => id !== 'REF_AREA');

const years = made.years.length;

export const kinds: readonly Kind[] = [
  {
    what: `One series (${years} figures)`,
    gives: 'data',
    goal: 10,
    at: (n) => question(n, ids),
    peerAsks: 60,
  },
  {
    what: 'One map: one indicator with its breakdowns, one year, all 200 areas',
    gives: 'data',
    goal: 10,
    at: (n) => question(n, [...withoutArea, 'TIME_PERIOD']),
    peerAsks: 60,
  },
  {
    what: `One indicator with its breakdowns, all areas and years (${made.areas.length * years} figures)`,
    gives: 'data',
    goal: 25,
    at: (n) => question(n, withoutArea),
    peerAsks: 60,
  },
  {
    what: 'What is available in all of it',
    gives: 'codes',
    goal: 50,
    at: (n) => question(n, [], 'availableconstraint'),
    peerAsks: 0,
  },
  {
    what: `What is available for one indicator (${mostFigures / made.indicators.length} figures)`,
    gives: 'codes',
    goal: 50,
    at: (n) => question(n, ['INDICATOR'], 'availableconstraint'),
    peerAsks: 1,
  },
];
