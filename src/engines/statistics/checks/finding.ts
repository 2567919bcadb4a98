import type { Message } from '#kernel/i18n/say.ts';
import type { Severity } from './check.ts';

/** What a check or the reading of a file found. `row` and `column` are where in the source, when it is one place. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly row?: number;
  readonly column?: string;
  /** Codes by dimension, with TIME_PERIOD, as far as they are known. */
  readonly key: Readonly<Record<string, string>>;
  readonly said: Message;
}
