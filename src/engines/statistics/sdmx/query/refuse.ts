import { Problem, type ProblemKind } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';

/** A request that is not written as the SDMX REST API says (SDMX code 140). */
export function syntaxError(said: Message): Problem {
  return new Problem('invalid', said, { details: { sdmx: 140 } });
}

/** Nothing matches (SDMX code 100). */
export function noResults(): Problem {
  return new Problem('not-found', say('Nothing matches this query. Check the identifiers, or ask what is available.'), {
    details: { sdmx: 100 },
  });
}

/** SDMX code of a refusal (SDMX 3.0 technical notes, section "Error codes"). */
export function sdmxCode(problem: Problem): number {
  const given = problem.details['sdmx'];
  return typeof given === 'number' ? given : (codes[problem.kind] ?? 500);
}

const codes: Partial<Record<ProblemKind, number>> = {
  'not-found': 100,
  'not-signed-in': 110,
  forbidden: 110,
  invalid: 140,
  'wrong-use': 140,
  'not-acceptable': 140,
  'too-large': 510,
  'not-implemented': 501,
  unavailable: 503,
  'too-many-requests': 503,
};
