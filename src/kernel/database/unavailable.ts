import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01', // the server is stopping
  '57P02', // a neighbour crashed, all are sent away
  '57P03', // the server is starting
  '53300', // no connection left
]);
const words =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after|The database is closed)/;

/** True for errors that say "the server is away", false for errors about the statement. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return codes.has(code) || code.startsWith('08') || words.test(error.message);
}

/** The same error, or Problem('unavailable') around it when the server is away. */
export function explained(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new Problem('unavailable', say('The record cannot be reached at the moment. Try again in a few seconds.'), {
    cause: error,
  });
}
