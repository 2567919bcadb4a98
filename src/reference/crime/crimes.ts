import { lazily } from '../lazily.ts';
import type { SomeNames } from '../language.ts';
import { given, readTable } from '../table.ts';
import crimeTable from './crimes.json' with { type: 'json' };

/** A category of the International Classification of Crime for Statistical Purposes, version 1.0. */
export interface Crime {
  /** Two, four, five or six digits for levels 1 to 4: `01`, `0101`, `01031`, `010321`. */
  readonly code: string;
  readonly level: 1 | 2 | 3 | 4;
  /** Code of the category that this one is part of; absent on level 1. */
  readonly parent?: string;
  readonly name: SomeNames;
}

const levels: Readonly<Record<number, Crime['level']>> = { 2: 1, 4: 2, 5: 3, 6: 4 };

/** The whole classification, in the order of the publication. */
export const crimes: readonly Crime[] = /* @__PURE__ */ readCrimes();

function readCrimes(): readonly Crime[] {
  const codes = new Set(crimeTable.rows.map(([code]) => code));
  return readTable('crimes', crimeTable, (row) => {
    const code = row.text('code');
    const level = levels[code.length];
    if (level === undefined) throw new TypeError(`crimes: “${code}” has a length that no level has.`);
    return { code, level, ...given({ parent: longestPrefix(code, codes) }), name: row.someNames() };
  });
}

const byCode = /* @__PURE__ */ lazily(() => new Map(crimes.map((crime) => [crime.code, crime])));

/** Finds one category by its code, with or without the prefix `ICCS`. */
export function findCrime(code: string): Crime | undefined {
  return byCode().get(bare(code));
}

/** Code of the category that a code is part of: its longest prefix that the classification has; also for codes of national lists that go deeper. */
export function parentOfCrime(code: string): string | undefined {
  return longestPrefix(bare(code), byCode());
}

/** The categories directly below one. */
export function partsOfCrime(code: string): readonly Crime[] {
  const found = findCrime(code);
  return found === undefined ? [] : crimes.filter(({ parent }) => parent === found.code);
}

/**
 * Reads a code that may join categories, as published tables do: `ICCS0101_0102`, `02043+02044`, `ICCS02-04` (a range on one
 * level). Undefined when any part is not in the classification.
 */
export function findCrimes(composite: string): readonly Crime[] | undefined {
  const found: Crime[] = [];
  for (const part of composite.split(/[_+]/)) {
    const [first, last, ...more] = part.split('-').map((code) => findCrime(code));
    if (first === undefined || more.length > 0) return undefined;
    if (!part.includes('-')) found.push(first);
    else if (last === undefined || last.level !== first.level || last.code < first.code) return undefined;
    else
      found.push(
        ...crimes.filter(({ code, level }) => level === first.level && code >= first.code && code <= last.code),
      );
  }
  return found;
}

function bare(code: string): string {
  return code.trim().replace(/^ICCS/i, '');
}

function longestPrefix(code: string, known: { has(code: string): boolean }): string | undefined {
  for (let length = code.length - 1; length >= 2; length -= 1) {
    if (known.has(code.slice(0, length))) return code.slice(0, length);
  }
  return undefined;
}
