/** Written in the source → code. Pairs with `*` for any text are tried after the exact ones. */
export type CodeTable = readonly (readonly [written: string | readonly string[], code: string])[];

/** Where one dimension or attribute comes from. */
export type Origin =
  /** The same for every row. */
  | { readonly fixed: string }
  /** One or several columns read together through a table of what is written there. */
  | { readonly columns: readonly ColumnName[]; readonly table: CodeTable }
  /** The column holds the code itself, or one of the other spellings of it. */
  | {
      readonly columns: readonly ColumnName[];
      readonly codes: 'own';
      readonly spellings?: Readonly<Record<string, string>>;
    }
  /** The codes are made of what is written, for flows that grow with their files; `known` are writings that have a code. */
  | {
      readonly columns: readonly ColumnName[];
      readonly grows: 'names' | 'ages';
      readonly known: Readonly<Record<string, string>>;
    }
  /** The text as it stands, for attributes without a code list. */
  | { readonly columns: readonly ColumnName[]; readonly text: true };

/** A column by its header, or by any of several (`['VALUE', 'txtVALUE']`). */
export type ColumnName = string | readonly string[];

/** Sets OBS_STATUS where a column holds a text. */
export interface StatusRule {
  readonly column: ColumnName;
  /** Read without regard to upper and lower case. */
  readonly contains: string;
  readonly status: string;
}

/** How the rows of a kind of file become figures of a flow. */
export interface Mapping {
  readonly id: string;
  /** Raised whenever the mapping reads anything differently; every batch remembers by which it was read. */
  readonly version: string;
  readonly dimensions: Readonly<Record<string, Origin>>;
  readonly period: ColumnName;
  readonly value: ColumnName;
  readonly attributes: Readonly<Record<string, Origin>>;
  readonly statuses: readonly StatusRule[];
  /** Figures that count things, by the code of one dimension: there `1,234` cannot be a decimal comma. */
  readonly counts?: { readonly dimension: string; readonly codes: readonly string[] };
}

/** From one column through a table; `from(['Indicator', 'Category'], […])` reads several together. */
export function from(columns: string | readonly string[], table: CodeTable): Origin {
  return { columns: typeof columns === 'string' ? [columns] : columns, table };
}

/** The column holds codes of the list. */
export function codesIn(column: ColumnName, spellings: Readonly<Record<string, string>> = {}): Origin {
  return { columns: [column], codes: 'own', spellings };
}

/** What is written becomes a code of its own. */
export function codesMadeOf(column: ColumnName, known: Readonly<Record<string, string>> = {}): Origin {
  return { columns: [column], grows: 'names', known };
}

/** `0-9`, `10 to 14 years`, `60 and older` become the codes that SDMX's pattern gives them. */
export function agesMadeOf(column: ColumnName, known: Readonly<Record<string, string>> = {}): Origin {
  return { columns: [column], grows: 'ages', known };
}

export function textIn(column: ColumnName): Origin {
  return { columns: [column], text: true };
}

export function always(code: string): Origin {
  return { fixed: code };
}

type Defaulted = 'version' | 'attributes' | 'statuses';

/** Checks a mapping by itself; `defineFlow` checks it against the flow that it feeds. */
export function defineMapping(mapping: Omit<Mapping, Defaulted> & Partial<Pick<Mapping, Defaulted>>): Mapping {
  const defined: Mapping = { version: '1.0.0', attributes: {}, statuses: [], ...mapping };
  for (const [target, origin] of Object.entries({ ...defined.dimensions, ...defined.attributes })) {
    if ('table' in origin) checkTable(defined.id, target, origin.columns.length, origin.table);
  }
  return defined;
}

function checkTable(mapping: string, target: string, width: number, table: CodeTable): void {
  const seen = new Set<string>();
  for (const [written] of table) {
    const cells = [written].flat();
    if (cells.length !== width) {
      throw new Error(
        `The mapping ${mapping} reads ${width} columns for ${target}, but its table has ${cells.join(' + ')}.`,
      );
    }
    const key = cells.join('\u0001');
    if (seen.has(key)) throw new Error(`The mapping ${mapping} gives ${cells.join(' + ')} twice for ${target}.`);
    seen.add(key);
  }
}

/** Every column the mapping reads, each as its accepted headers, once. */
export function columnsOf(mapping: Mapping): readonly (readonly string[])[] {
  const all: ColumnName[] = [mapping.period, mapping.value, ...mapping.statuses.map(({ column }) => column)];
  for (const origin of [...Object.values(mapping.dimensions), ...Object.values(mapping.attributes)]) {
    if ('columns' in origin) all.push(...origin.columns);
  }
  const unique = new Map(all.map((name) => [[name].flat().join('\u0001'), [name].flat()]));
  return [...unique.values()];
}
