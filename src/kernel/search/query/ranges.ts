import type { SearchRange } from '../answer.ts';
import { firstMoment, momentAfter } from '../segment/instant.ts';
import type { Range } from './plan.ts';

export interface Ranges {
  readonly number: Range;
  readonly moment: Range;
  /** Written as a range, not as one value. */
  readonly open: boolean;
}

const comparison = /^(>=|<=|>|<|≥|≤)(.+)$/;

/** `2010..2020`, `2015-06..`, `>=3`, or a single number or date; undefined for other text, "bad" for a range that is none. */
export function rangeOf(text: string): Ranges | 'bad' | undefined {
  const [from, to, more] = text.split('..');
  if (to !== undefined) return more === undefined ? between(from ?? '', to) : 'bad';
  const [, sign, value = ''] = comparison.exec(text) ?? [];
  if (sign === undefined) {
    const single = between(text, text);
    return single === 'bad' ? undefined : { ...single, open: false };
  }
  if (sign === '>=' || sign === '≥') return between(value, '');
  if (sign === '<=' || sign === '≤') return between('', value);
  return beyond(sign, value);
}

/** Ranges of what was chosen beside the words, as in a form; undefined when they make no sense. */
export function chosenRange({ from = '', to = '' }: SearchRange): Ranges | undefined {
  const range = between(String(from), String(to));
  return range === 'bad' ? undefined : range;
}

function between(from: string, to: string): Ranges | 'bad' {
  if (from === '' && to === '') return 'bad';
  const number = { from: from === '' ? -Infinity : numberOf(from), to: to === '' ? Infinity : numberOf(to) };
  const moment = { from: from === '' ? -Infinity : firstMoment(from), to: to === '' ? Infinity : momentAfter(to) };
  return valid(number, moment);
}

/** Strictly more or less; a date is passed when it is over. */
function beyond(sign: string, value: string): Ranges | 'bad' {
  const bound = numberOf(value);
  const above = sign === '>';
  // The next number that can be told apart from the bound.
  const apart = Math.abs(bound) * Number.EPSILON + Number.MIN_VALUE;
  return valid(
    { from: above ? bound + apart : -Infinity, to: above ? Infinity : bound - apart },
    { from: above ? momentAfter(value) : -Infinity, to: above ? Infinity : firstMoment(value) },
  );
}

function valid(number: Range, moment: Range): Ranges | 'bad' {
  const isRange = ({ from, to }: Range): boolean => !Number.isNaN(from) && !Number.isNaN(to);
  return isRange(number) || isRange(moment) ? { number, moment, open: true } : 'bad';
}

const numberOf = (text: string): number => (/^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN);
