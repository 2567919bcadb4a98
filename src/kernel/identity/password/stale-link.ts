import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';

/** For a link that never was, is used, or is too old: one text for all three. */
export const staleLink = (): Problem =>
  new Problem('invalid', say('This link does not work, or no longer. Ask for a new one.'), {
    details: { field: 'token' },
  });
