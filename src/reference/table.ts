import { isUnLanguage, unLanguages, type SixNames, type SomeNames, type UnLanguage } from './language.ts';

/** A data file: the columns once, then one row a line, so that a change reads as a change of one line. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** One row, read by column name. Every reader throws a `TypeError` that names file, row and column when the cell is of another kind. */
export interface Row {
  cell(column: string): unknown;
  text(column: string): string;
  maybeText(column: string): string | undefined;
  number(column: string): number;
  maybeNumber(column: string): number | undefined;
  flag(column: string): boolean;
  texts(column: string): readonly string[];
  /** Words of a cell that holds several with spaces between. */
  words(column: string): readonly string[];
  oneOf<T extends string>(column: string, choices: readonly T[]): T;
  sixNames(): SixNames;
  someNames(): SomeNames;
  /** Languages whose name could not be confirmed. */
  unverified(): readonly UnLanguage[];
}

/** Reads a data file into typed records; `name` is what its errors call it. */
export function readTable<T>(name: string, table: Table, make: (row: Row) => T): readonly T[] {
  const places = new Map(table.columns.map((column, place) => [column, place]));
  return table.rows.map((cells, index) => make(rowOf(`${name}, row ${index + 1}`, places, cells)));
}

function rowOf(where: string, places: ReadonlyMap<string, number>, cells: readonly unknown[]): Row {
  const fail = (column: string, wanted: string): never => {
    throw new TypeError(`${where}: “${column}” is not ${wanted}.`);
  };
  const cell = (column: string): unknown =>
    cells[places.get(column) ?? fail(column, 'a column of this file')] ?? undefined;
  const maybeText = (column: string): string | undefined => {
    const found = cell(column);
    return found === undefined || (typeof found === 'string' && found !== '') ? found : fail(column, 'text');
  };
  const maybeNumber = (column: string): number | undefined => {
    const found = cell(column);
    return found === undefined || typeof found === 'number' ? found : fail(column, 'a number');
  };
  const text = (column: string): string => maybeText(column) ?? fail(column, 'filled in');
  const words = (column: string): readonly string[] => {
    const found = cell(column);
    return typeof found === 'string' ? found.split(' ').filter((word) => word !== '') : fail(column, 'text');
  };
  return {
    cell,
    text,
    maybeText,
    maybeNumber,
    words,
    number: (column) => maybeNumber(column) ?? fail(column, 'filled in'),
    flag: (column) => {
      const found = cell(column);
      return typeof found === 'boolean' ? found : fail(column, 'true or false');
    },
    texts: (column) => {
      const found = cell(column);
      return Array.isArray(found) && found.every((item) => typeof item === 'string')
        ? found
        : fail(column, 'a list of texts');
    },
    oneOf: (column, choices) => {
      const found = text(column);
      return choices.find((choice) => choice === found) ?? fail(column, `one of ${choices.join(', ')}`);
    },
    sixNames: () => ({
      ar: text('ar'),
      en: text('en'),
      es: text('es'),
      fr: text('fr'),
      ru: text('ru'),
      zh: text('zh'),
    }),
    someNames: () => ({
      en: text('en'),
      ...Object.fromEntries(
        unLanguages
          .filter((language) => places.has(language) && cell(language) !== undefined)
          .map((language) => [language, text(language)]),
      ),
    }),
    unverified: () =>
      words('unverified').map((word) => (isUnLanguage(word) ? word : fail('unverified', 'a list of languages'))),
  };
}

/** Leaves out what is undefined, as optional properties ask for. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> };
export function given(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
