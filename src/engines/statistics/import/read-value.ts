import { say } from '#kernel/i18n/say.ts';
import type { Finding } from '../checks/finding.ts';
import { readNumber } from './read-number.ts';
import type { Pending } from './resolve-ambiguous.ts';
import { SeenMarks } from './resolve-ambiguous.ts';
import { formulaWithoutResult } from './source-row.ts';
import type { StagedKind } from './staged-row.ts';
import { stagedKinds } from './staged-row.ts';

/** A value with what its cell says about it, as attributes. */
export interface ReadValue {
  readonly kind: StagedKind;
  /** NaN: none, or not yet decided. */
  readonly value: number;
  readonly OBS_STATUS?: string;
  readonly COMMENT_OBS?: string;
}

type Key = Readonly<Record<string, string>>;

/** Reads the value column of one file; what `1,234` means may be decided only at its end. */
export class ValueReader {
  readonly #column: string;
  readonly #found: (finding: Finding) => void;
  readonly #marks = new SeenMarks();
  readonly #pending: Pending[] = [];

  constructor(column: string, found: (finding: Finding) => void) {
    this.#column = column;
    this.#found = found;
  }

  read(cell: string | number, row: number, key: Key, counts: boolean): ReadValue {
    const read = readNumber(cell);
    if (read.kind === 'number') {
      if (read.style !== undefined) this.#marks.note(read.style);
      return read.mark === undefined
        ? { kind: stagedKinds.figure, value: read.value }
        : this.#footnote(String(cell).trim(), read.mark, read.value, row, key);
    }
    const none = { kind: stagedKinds.figure, value: Number.NaN };
    if (read.kind === 'missing') {
      const said = say('Row {row} has no value (“{written}”); it is kept as missing, not as zero.', {
        row,
        written: read.written,
      });
      this.#note('value-missing', 'info', row, key, said);
      return { ...none, OBS_STATUS: read.status };
    }
    if (read.kind === 'suppressed') {
      const said = say('Row {row}: “{written}” is kept as suppressed at the source, without a value.', {
        row,
        written: read.written,
      });
      this.#note('value-suppressed', 'info', row, key, said);
      return { kind: stagedKinds.suppressed, value: Number.NaN, OBS_STATUS: 'Q', COMMENT_OBS: read.written };
    }
    if (read.kind === 'ambiguous') {
      this.#pending.push({ ...read, row, written: String(cell).trim(), counts, key: { ...key } });
      return none;
    }
    if (cell === formulaWithoutResult) {
      const untold = say(
        'Row {row}: the column {column} holds a formula, and the file keeps no result of it. Open the file in a spreadsheet program, save it and import it again; the row was not used.',
        { row, column: this.#column },
      );
      this.#note('formula-without-result', 'error', row, key, untold);
      return { kind: stagedKinds.rejected, value: Number.NaN };
    }
    const said = say('Row {row}: “{text}” in the column {column} is not a number. Correct it; the row was not used.', {
      row,
      text: String(cell),
      column: this.#column,
    });
    this.#note('value-readable', 'error', row, key, said);
    return { kind: stagedKinds.rejected, value: Number.NaN };
  }

  /** After the last row: the figures that waited, decided by what the column showed, or rejected. */
  finish(): { decided: readonly { row: number; value: number }[]; rejected: readonly number[] } {
    const decided: { row: number; value: number }[] = [];
    const rejected: number[] = [];
    let first: { pending: Pending; value: number } | undefined;
    for (const pending of this.#pending) {
      const value = this.#marks.read(pending);
      if (value === undefined) {
        rejected.push(pending.row);
        this.#ambiguous(pending);
        continue;
      }
      first ??= { pending, value };
      decided.push({ row: pending.row, value });
    }
    if (first !== undefined) this.#style(first.pending, first.value, decided.length);
    return { decided, rejected };
  }

  #footnote(written: string, mark: string, value: number, row: number, key: Key): ReadValue {
    const said = say(
      'Row {row}: “{written}” was read as the figure with the footnote mark “{mark}”. Say in a comment what the mark means.',
      { row, written, mark },
    );
    this.#note('footnote-mark', 'warning', row, key, said);
    return { kind: stagedKinds.figure, value, COMMENT_OBS: written };
  }

  #ambiguous({ row, written, thousands, decimal, key }: Pending): void {
    const said = say(
      'Row {row}: “{written}” may mean {thousands} or {decimal}, and nothing else in the column {column} decides it. Write it without a mark between thousands; the row was not used.',
      { row, written, thousands: String(thousands), decimal: String(decimal), column: this.#column },
    );
    this.#note('number-ambiguous', 'error', row, key, said);
  }

  #style({ row, written }: Pending, value: number, count: number): void {
    const said = say(
      'The column {column} has {count} figures like “{written}” (first in row {row}), read as {value}, as the rest of the column or what is counted shows.',
      { column: this.#column, count, written, row, value: String(value) },
    );
    this.#note('number-style', 'info', row, {}, said);
  }

  #note(rule: string, severity: Finding['severity'], row: number, key: Key, said: Finding['said']): void {
    this.#found({ rule, severity, row, column: this.#column, key: { ...key }, said });
  }
}
