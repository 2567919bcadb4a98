import { say } from '#kernel/i18n/say.ts';
import { type Address, single } from './address.ts';
import { syntaxError } from './refuse.ts';

/** A whole number above 0 (or from 0, with `orZero`). */
export function wholeNumber(address: Address, name: string, orZero = false): number | undefined {
  const text = single(address, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text) || (!orZero && Number(text) === 0)) {
    throw syntaxError(say('{name} must be a whole number above 0, not “{text}”.', { name, text }));
  }
  return Number(text);
}

/** An xs:dateTime, a date, a month or a year; without an offset it is read as UTC. A plus sign that became a space is mended. */
export function moment(address: Address, name: string): Date | undefined {
  const text = single(address, name)?.replace(' ', '+');
  if (text === undefined) return undefined;
  const zoned = /^\d{4}-\d\d-\d\dT/.test(text) && !/(Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text;
  const date = new Date(zoned);
  if (!/^\d{4}(-\d\d(-\d\d(T.*)?)?)?$/.test(text) || Number.isNaN(date.getTime())) {
    throw syntaxError(
      say('{name} must be a date with time such as 2024-05-15T14:15:00Z, not “{text}”.', { name, text }),
    );
  }
  return date;
}

/** One of a list of words. */
export function oneOf<T extends string>(address: Address, name: string, words: readonly T[], otherwise: T): T {
  const text = single(address, name);
  if (text === undefined) return otherwise;
  const found = words.find((word) => word === text);
  if (found === undefined) {
    throw syntaxError(say('{name} must be one of {words}, not “{text}”.', { name, words: words.join(', '), text }));
  }
  return found;
}

export function yesOrNo(address: Address, name: string): boolean {
  return oneOf(address, name, ['true', 'false'], 'false') === 'true';
}

/** Refuses what is not an SDMX identifier (letters, digits, `_ @ $ -`, nested with full stops) or a wildcard. */
export function identifiers(texts: readonly string[], what: string): readonly string[] {
  for (const text of texts) {
    if (text !== '*' && !/^[\w@$-]+(\.[\w@$-]+)*$/.test(text)) {
      throw syntaxError(say('“{text}” is not a valid {what}.', { text, what }));
    }
  }
  return texts;
}

/** Refuses what is not a semantic version or a selector of versions. */
export function versions(texts: readonly string[]): readonly string[] {
  for (const text of texts) {
    if (/^[*+~]$/.test(text)) continue;
    if (
      !/^(\d+[*+~]?|[*+~])(\.(\d+[*+~]?|[*+~])){0,2}(-[\w.-]+)?$/.test(text) ||
      (text.match(/[*+~]/g)?.length ?? 0) > 1
    ) {
      throw syntaxError(say('“{text}” is not a valid version.', { text }));
    }
  }
  return texts;
}
