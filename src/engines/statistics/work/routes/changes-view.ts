import { translate, type Language } from '#kernel/i18n/index.ts';
import type { DataStructure } from '../../model/structure.ts';
import type { Changes } from '../batches/compare.ts';
import { describeKey } from '../findings/describe-key.ts';

export interface ChangesView {
  readonly new: number;
  readonly revised: number;
  readonly gone: number;
  readonly same: number;
  readonly first: readonly {
    readonly id: string;
    readonly change: 'new' | 'revised' | 'gone';
    readonly area: string;
    readonly figure: string;
    readonly period: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
}

/** Changes with their codes in words. */
export function changesView(changes: Changes, structure: DataStructure, language: Language): ChangesView {
  const words = describeKey(structure, (text) => translate(language, text));
  return {
    ...changes,
    first: changes.first.map(({ change, key, before, after }) => ({
      id: Object.values(key).join('.'),
      change,
      ...words(key),
      before,
      after,
    })),
  };
}
