import { say } from '#kernel/i18n/say.ts';
import type { Finding } from '../checks/finding.ts';

interface Note {
  readonly column: string;
  readonly written: string;
  readonly as: string;
  readonly code: string;
  readonly row: number;
}

/** Collects texts that were read as another writing of a known one, so that each is said once, with how often it stands there. */
export class SpellingNotes {
  readonly #notes = new Map<string, { note: Note; count: number }>();

  note(note: Note): void {
    const key = `${note.column}\u0001${note.written}`;
    const known = this.#notes.get(key);
    if (known === undefined) this.#notes.set(key, { note, count: 1 });
    else known.count++;
  }

  tell(found: (finding: Finding) => void): void {
    for (const { note, count } of this.#notes.values()) {
      const { column, written, as, code, row } = note;
      found({
        rule: 'code-spelling',
        severity: 'info',
        row,
        column,
        key: {},
        said: say('“{written}” in the column {column} ({count} rows, first row {row}) was read as “{as}” ({code}).', {
          written,
          column,
          count,
          row,
          as,
          code,
        }),
      });
    }
  }
}
