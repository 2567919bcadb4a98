/** One charge with what the court made of it; a term is years, months and days of the calendar. */
export interface Charge {
  readonly defendant?: string;
  readonly offence?: string;
  readonly verdict?: string;
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
  readonly life?: boolean;
  readonly concurrent?: boolean;
  readonly suspended?: boolean;
}

export interface Term {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

export interface Sentence {
  readonly defendant: string;
  readonly life: boolean;
  /** To be served: consecutive terms added up, of those served at the same time the longest. */
  readonly toServe: Term;
  /** Suspended terms, added up the same way. */
  readonly suspended: Term;
  readonly convictions: number;
}

const none: Term = { years: 0, months: 0, days: 0 };

/** What each defendant has to serve in all, in order of first mention: consecutive terms add up, concurrent ones run beside the longest. */
export function sentencesOf(charges: readonly Charge[]): readonly Sentence[] {
  const byDefendant = Map.groupBy(
    charges.filter(({ defendant }) => defendant !== undefined),
    ({ defendant = '' }) => defendant,
  );
  return [...byDefendant].map(([defendant, own]) => {
    const convicted = own.filter(({ verdict }) => verdict === 'guilty' || verdict === 'guilty-plea');
    return {
      defendant,
      life: convicted.some(({ life, suspended }) => life === true && suspended !== true),
      toServe: combine(convicted.filter(({ suspended }) => suspended !== true)),
      suspended: combine(convicted.filter(({ suspended }) => suspended === true)),
      convictions: convicted.length,
    };
  });
}

/** Terms marked concurrent run beside each other and beside the rest; the others follow one another. */
function combine(charges: readonly Charge[]): Term {
  const terms = charges.map((charge) => ({ term: termOf(charge), concurrent: charge.concurrent === true }));
  const oneAfterAnother = terms.filter(({ concurrent }) => !concurrent).reduce((sum, { term }) => add(sum, term), none);
  return terms.reduce((longest, { term }) => (lengthOf(term) > lengthOf(longest) ? term : longest), oneAfterAnother);
}

const termOf = ({ years = 0, months = 0, days = 0 }: Charge): Term => add(none, { years, months, days });

/** Twelve months make a year; days stay days, since a month has no fixed number of them. */
function add(one: Term, other: Term): Term {
  const months = one.months + other.months;
  return { years: one.years + other.years + Math.floor(months / 12), months: months % 12, days: one.days + other.days };
}

/** Days for comparing only: 365.2425 a year and a twelfth of that a month (the Gregorian mean). */
const lengthOf = ({ years, months, days }: Term): number => (years + months / 12) * 365.2425 + days;
