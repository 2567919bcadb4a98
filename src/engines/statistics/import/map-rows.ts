import { say } from '#kernel/i18n/say.ts';
import type { Finding } from '../checks/finding.ts';
import type { DataStructure } from '../model/structure.ts';
import type { Header } from './find-header.ts';
import type { ColumnName, Mapping, Origin } from './mapping.ts';
import type { CodeReader } from './read-codes.ts';
import { codeReader, unknownCode } from './read-codes.ts';
import { readPeriod } from './read-period.ts';
import type { SourceRow } from './source-row.ts';
import { spellingKey } from './spelling.ts';
import { SpellingNotes } from './spelling-notes.ts';
import { ValueReader } from './read-value.ts';
import type { StagedKind, StagedRow } from './staged-row.ts';
import { stagedKinds } from './staged-row.ts';

interface Field {
  readonly id: string;
  readonly places: readonly number[];
  /** As a message names them. */
  readonly columns: string;
  readonly reader: CodeReader;
  readonly fixed: boolean;
}

/** Turns the rows below a header into staged rows, saying everything that was not read as written. */
export class RowMapper {
  readonly #structure: DataStructure;
  readonly #mapping: Mapping;
  readonly #header: Header;
  readonly #found: (finding: Finding) => void;
  readonly #dimensions: readonly Field[];
  readonly #attributes: readonly (Field | undefined)[];
  readonly #period: number;
  readonly #value: number;
  readonly #spellings = new SpellingNotes();
  readonly #values: ValueReader;
  readonly #statuses: readonly { place: number; contains: string; status: string }[];

  constructor(structure: DataStructure, mapping: Mapping, header: Header, found: (finding: Finding) => void) {
    this.#structure = structure;
    this.#mapping = mapping;
    this.#header = header;
    this.#found = found;
    this.#dimensions = structure.dimensions.map(({ id, codelist }) => {
      const origin = mapping.dimensions[id];
      if (origin === undefined) throw new Error(`The mapping ${mapping.id} does not fill ${id}.`);
      return this.#field(id, origin, codeReader(origin, codelist));
    });
    this.#attributes = structure.attributes.map(({ id, codelist }) => {
      const origin = mapping.attributes[id];
      if (
        origin === undefined ||
        ('columns' in origin && origin.columns.some((name) => header.place(name) === undefined))
      )
        return undefined;
      return this.#field(id, origin, codeReader(origin, codelist));
    });
    this.#period = header.place(mapping.period) ?? -1;
    this.#value = header.place(mapping.value) ?? -1;
    this.#values = new ValueReader(header.names[this.#value] ?? '', found);
    this.#statuses = mapping.statuses.flatMap(({ column, contains, status }) => {
      const place = header.place(column);
      return place === undefined ? [] : [{ place, contains: contains.toLowerCase(), status }];
    });
  }

  /** Codes that the rows brought, by dimension, for a flow that grows. */
  get made(): ReadonlyMap<string, CodeReader['made']> {
    return new Map(this.#dimensions.map(({ id, reader }) => [id, reader.made]));
  }

  map(source: SourceRow): StagedRow {
    const before = this.#notDataAtAll(source);
    if (before !== undefined) {
      this.#found({ ...before, severity: 'error', row: source.number, key: {} });
      return this.#staged(
        source,
        stagedKinds.rejected,
        this.#dimensions.map(() => undefined),
        undefined,
        Number.NaN,
        {},
      );
    }
    const key: Record<string, string> = {};
    let usable = true;
    const dimensions = this.#dimensions.map((field) => {
      const code = this.#code(field, source, key);
      if (code === undefined) usable = false;
      else key[field.id] = code;
      return code;
    });
    const period = this.#readPeriod(source, key);
    if (period === undefined) usable = false;
    else key['TIME_PERIOD'] = period;
    const attributes = { OBS_STATUS: this.#status(source), CONF_STATUS: 'F', UNIT_MULT: '0' };
    const { kind, value, ...noted } = this.#values.read(
      this.#cell(source, this.#value),
      source.number,
      key,
      this.#counts(key),
    );
    return this.#staged(source, usable ? kind : stagedKinds.rejected, dimensions, period, value, {
      ...attributes,
      ...noted,
    });
  }

  /** Called after the last row: figures that waited for the rest of the column, and writings that were read as others. */
  finish(): { decided: readonly { row: number; value: number }[]; rejected: readonly number[] } {
    this.#spellings.tell(this.#found);
    return this.#values.finish();
  }

  #field(id: string, origin: Origin, reader: CodeReader): Field {
    const names: readonly ColumnName[] = 'columns' in origin ? origin.columns : [];
    const places = names.map((name) => this.#header.place(name) ?? -1);
    return {
      id,
      places,
      columns: places.map((place) => this.#headerOf(place)).join(' + '),
      reader,
      fixed: names.length === 0,
    };
  }

  #headerOf(place: number): string {
    return this.#header.names[place] ?? '';
  }

  /** A header given again further down, or a note below the table, is no figure; it is kept and named all the same. */
  #notDataAtAll(source: SourceRow): Pick<Finding, 'rule' | 'said'> | undefined {
    const filled = source.cells.filter((cell) => cell !== '');
    const repeats = source.cells.every(
      (cell, place) => spellingKey(String(cell)) === spellingKey(this.#headerOf(place)),
    );
    if (repeats) {
      return {
        rule: 'repeated-header',
        said: say('Row {row} repeats the header in row {header}; it gives no figure and was not used.', {
          row: source.number,
          header: this.#header.row,
        }),
      };
    }
    if (filled.length <= 2 && this.#cell(source, this.#period) === '' && this.#cell(source, this.#value) === '') {
      return {
        rule: 'not-a-figure',
        said: say('Row {row} has neither year nor value (“{text}”); it reads as a note and was not used.', {
          row: source.number,
          text: filled.map(String).join(' ').slice(0, 120),
        }),
      };
    }
    return undefined;
  }

  #cell(source: SourceRow, place: number): string | number {
    return source.cells[place] ?? '';
  }

  #code(field: Field, source: SourceRow, key: Readonly<Record<string, string>>): string | undefined {
    if (field.fixed) return field.reader.read([]).code;
    const cells = field.places.map((place) => String(this.#cell(source, place)).trim());
    const { code, as } = field.reader.read(cells);
    if (code === undefined) {
      const { severity, said } = unknownCode(source.number, field.columns, cells.join(', '));
      this.#found({ rule: 'code-known', severity, row: source.number, column: field.columns, key: { ...key }, said });
    } else if (as !== undefined) {
      this.#spellings.note({ column: field.columns, written: cells.join(', '), as, code, row: source.number });
    }
    return code;
  }

  #readPeriod(source: SourceRow, key: Readonly<Record<string, string>>): string | undefined {
    const cell = this.#cell(source, this.#period);
    const period = readPeriod(cell);
    if (period === undefined) {
      const column = this.#headerOf(this.#period);
      this.#found({
        rule: 'period-readable',
        severity: 'error',
        row: source.number,
        column,
        key: { ...key },
        said: say(
          'Row {row}: “{text}” in the column {column} is not a year or another period (2019, 2019-Q1, 2019-03). Correct it; the row was not used.',
          {
            row: source.number,
            text: String(cell),
            column,
          },
        ),
      });
    }
    return period;
  }

  #status(source: SourceRow): string {
    const rule = this.#statuses.find(({ place, contains }) =>
      String(this.#cell(source, place)).toLowerCase().includes(contains),
    );
    return rule?.status ?? 'A';
  }

  #counts(key: Readonly<Record<string, string>>): boolean {
    const { counts } = this.#mapping;
    return counts !== undefined && counts.codes.includes(key[counts.dimension] ?? '');
  }

  #staged(
    source: SourceRow,
    kind: StagedKind,
    dimensions: readonly (string | undefined)[],
    period: string | undefined,
    value: number,
    set: Readonly<Record<string, string>>,
  ): StagedRow {
    const attributes = this.#structure.attributes.map(({ id }, place) => {
      const field = this.#attributes[place];
      return set[id] ?? (field === undefined ? undefined : this.#attribute(field, source));
    });
    return { row: source.number, kind, dimensions, period, value, attributes, cells: source.cells };
  }

  #attribute(field: Field, source: SourceRow): string | undefined {
    return field.reader.read(field.places.map((place) => String(this.#cell(source, place)).trim())).code;
  }
}
