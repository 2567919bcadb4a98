import { Problem } from '#kernel/errors/problem.ts';
import type { Language } from '#kernel/i18n/index.ts';
import type { RecordView } from '../records/record-view.ts';
import { recordJson } from './record-json.ts';

/** Gives the refusal of a stale save in the API's own form: `theirs` as a GET would give it, with its ETag as `revision`. */
export async function staleInApi<T>(work: Promise<T>, language: Language): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'stale') throw error;
    const theirs = error.details['theirs'] as RecordView;
    throw new Problem('stale', error.said, {
      details: { ...error.details, theirs: recordJson(theirs, language), revision: theirs.revision },
      cause: error,
    });
  }
}
