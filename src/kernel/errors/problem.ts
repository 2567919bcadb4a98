import type { Message } from '#kernel/i18n/say.ts';
import { translator } from '#kernel/i18n/browser.ts';

/** Every way in which a request or command can be refused. One place (kernel/http) turns them into answers. */
export const problemKinds = {
  'not-found': 404,
  'not-signed-in': 401,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  stale: 412,
  'precondition-required': 428,
  'too-large': 413,
  'not-acceptable': 406,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'not-implemented': 501,
  unavailable: 503,
  'wrong-use': 400,
} as const;
export type ProblemKind = keyof typeof problemKinds;

const english = translator('en', {});

/** Most refusals have plain values or none, and many are made only to be caught: the parser is for plurals and choices. */
function inEnglish(said: Message): string {
  if (/\{\w+,/.test(said.id)) return english(said);
  return said.id.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(said.values?.[name] ?? whole));
}

/** A refusal that a person can act on: what is wrong, where, and what to do. Internals go into `cause`, never out. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  /** In every language; `message` is its English, for logs and the command line. */
  readonly said: Message;
  /** Stable, machine-readable facts (field, limit, both versions of a stale save …). */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: ProblemKind, said: Message, options: { details?: Record<string, unknown>; cause?: unknown } = {}) {
    super(inEnglish(said), { cause: options.cause });
    this.name = 'Problem';
    this.kind = kind;
    this.said = said;
    this.details = options.details ?? {};
  }

  get status(): number {
    return problemKinds[this.kind];
  }
}
