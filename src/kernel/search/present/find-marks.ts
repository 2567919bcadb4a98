import type { Language } from '#kernel/i18n/say.ts';
import { spansOfIdentifiers } from '../identifiers/identifiers.ts';
import type { Plan } from '../query/plan.ts';
import { marks } from '../words/analyse-document.ts';
import { eachWord } from '../words/each-word.ts';
import { fold } from '../words/fold.ts';
import { termsOf, writtenForms } from '../words/terms-of.ts';

/** Says whether a term of a text is one that was asked for. */
export interface Wanted {
  readonly terms: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly identifiers: ReadonlySet<string>;
}

/** What a plan asks to be there; what it excludes is not marked. */
export function wantedBy(plan: Plan): Wanted {
  const terms = new Set<string>();
  const identifiers = new Set<string>();
  const beginnings: string[] = [];
  const visit = (part: Plan): void => {
    if (part.kind === 'and' || part.kind === 'or') part.of.forEach(visit);
    if (part.kind === 'phrase') for (const word of part.words) word.terms.forEach(add);
    if (part.kind === 'terms') part.terms.forEach(add);
    if (part.kind === 'beginning') beginnings.push(part.beginning);
  };
  const add = (term: string): void => {
    if (term.startsWith(marks.identifier)) identifiers.add(term.slice(1));
    // `:field:term` marks the word wherever it is shown.
    else terms.add(term.startsWith(marks.field) ? term.slice(term.indexOf(':', 1) + 1) : term);
  };
  visit(plan);
  return { terms, beginnings, identifiers };
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** Places of the words asked for, in order of their beginnings. */
export function findMarks(text: string, language: Language | undefined, wanted: Wanted): Mark[] {
  const found: Mark[] = [];
  const initials = new Set([...wanted.terms, ...wanted.beginnings].map((term) => term.charCodeAt(0)));
  eachWord(text, ({ raw, start, end, form }) => {
    // No stem changes the first letter, if it is a plain one: most words of a text need no closer look.
    const initial = raw.charCodeAt(0) | 32;
    if (initial < 128 && initial >= 97 && !initials.has(initial)) return;
    if (form === 'character' && wanted.terms.size > 0 && !wanted.terms.has(raw)) return;
    const term =
      termsOf(raw, language).find((each) => wanted.terms.has(each)) ??
      (wanted.beginnings.length === 0
        ? undefined
        : wanted.beginnings.find((beginning) => writtenForms(fold(raw)).some((each) => each.startsWith(beginning))));
    if (term !== undefined) found.push({ start, end, term });
  });
  if (wanted.identifiers.size > 0) {
    for (const { start, end, forms } of spansOfIdentifiers(text)) {
      const term = forms.find((form) => wanted.identifiers.has(form));
      if (term !== undefined) found.push({ start, end, term });
    }
  }
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Ranges that overlap or touch become one. */
export function mergeMarks(found: readonly Mark[]): [number, number][] {
  const merged: [number, number][] = [];
  for (const { start, end } of found) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
