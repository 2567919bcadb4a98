import type { FlowDefinition } from '../definition.ts';
import { flowName } from '../model/structure.ts';
import type { Workshop } from '../store/cube/workshop.ts';
import { readNumber } from './read-number.ts';
import { readPeriod } from './read-period.ts';
import type { FileColumns } from './sdmx-columns.ts';

/** What the columns of a file hold, looked at once: for each, the SQL of what is usable in it. */
export interface Vocabulary {
  /** Code of a dimension or attribute; NULL where the file has none that is known. */
  coded(id: string): string;
  /** Whether the column has texts that are no codes: only then its rows need a look. */
  hasUnknown(id: string): boolean;
  readonly period: string;
  /** A number or NULL, what kind of text stands there instead (`''` for a number), and the status that it implies. */
  readonly value: { readonly number: string; readonly kind: string; readonly status: string };
  /** True for a row that names another flow. */
  readonly otherFlow: string;
}

/**
 * Looks at the different texts of each column instead of at each row: a file of ten million rows has a few hundred codes.
 * What is no code, period or number goes into small tables that the rows are joined with, and mostly there is nothing.
 */
export async function sdmxVocabulary(
  workshop: Workshop,
  { flow }: FlowDefinition,
  columns: FileColumns,
): Promise<Vocabulary> {
  const { dimensions, attributes } = flow.structure;
  const unknown = new Set<string>();
  const distinct = async (sql: string): Promise<string[]> =>
    (await workshop.rows(`SELECT DISTINCT ${sql} AS text FROM original WHERE ${sql} IS NOT NULL`)).map(({ text }) =>
      String(text),
    );
  const sqlOf = (id: string): string => columns.get(id)?.sql ?? 'NULL';

  for (const { id, codelist } of [...dimensions, ...attributes]) {
    if (codelist === undefined || !columns.has(id)) continue;
    const codes = new Set(codelist.codes.map((code) => code.id));
    const strange = (await distinct(sqlOf(id))).filter((text) => !codes.has(text));
    if (strange.length === 0) continue;
    unknown.add(id);
    await workshop.run(`CREATE TABLE unknown_${id} AS SELECT unnest(from_json(?, '["VARCHAR"]')) AS text`, [
      JSON.stringify(strange),
    ]);
  }

  const periods = (await distinct(sqlOf('TIME_PERIOD'))).map((text) => [text, readPeriod(text) ?? null] as const);
  const plainPeriods = periods.every(([text, period]) => text === period);
  if (!plainPeriods) {
    await workshop.run(`CREATE TABLE read_periods AS SELECT unnest(from_json(?, '[["VARCHAR"]]')) AS pair`, [
      JSON.stringify(periods),
    ]);
  }

  const cell = sqlOf('OBS_VALUE');
  const odd = await workshop.rows(
    `SELECT DISTINCT ${cell} AS text FROM original WHERE ${cell} IS NOT NULL AND TRY_CAST(${cell} AS DOUBLE) IS NULL`,
  );
  if (odd.length > 0) {
    await workshop.run(
      `CREATE TABLE odd_values AS SELECT unnest(from_json(?, '[{"text":"VARCHAR","kind":"VARCHAR","value":"DOUBLE","status":"VARCHAR"}]'), recursive := true)`,
      [JSON.stringify(odd.map(({ text }) => oddValue(String(text))))],
    );
  }
  const ofOdd = (column: string): string => `(SELECT ${column} FROM odd_values o WHERE o.text = ${cell})`;

  const named = columns.get('DATAFLOW') ?? columns.get('STRUCTURE_ID');
  const others =
    named === undefined ? [] : (await distinct(named.sql)).filter((text) => !text.startsWith(flowName(flow)));
  if (others.length > 0) {
    await workshop.run(`CREATE TABLE other_flows AS SELECT unnest(from_json(?, '["VARCHAR"]')) AS text`, [
      JSON.stringify(others),
    ]);
  }
  return {
    hasUnknown: (id) => unknown.has(id),
    coded: (id) =>
      unknown.has(id)
        ? `CASE WHEN ${sqlOf(id)} IN (SELECT text FROM unknown_${id}) THEN NULL ELSE ${sqlOf(id)} END`
        : sqlOf(id),
    period: plainPeriods
      ? sqlOf('TIME_PERIOD')
      : `(SELECT r.pair[2] FROM read_periods r WHERE r.pair[1] = ${sqlOf('TIME_PERIOD')})`,
    value: {
      number:
        odd.length === 0 ? `CAST(${cell} AS DOUBLE)` : `coalesce(TRY_CAST(${cell} AS DOUBLE), ${ofOdd('o.value')})`,
      kind: odd.length === 0 ? `''` : `coalesce(${ofOdd('o.kind')}, '')`,
      status: odd.length === 0 ? 'NULL' : ofOdd('o.status'),
    },
    otherFlow:
      others.length === 0 ? 'false' : `coalesce(${named?.sql ?? 'NULL'} IN (SELECT text FROM other_flows), false)`,
  };
}

function oddValue(text: string): { text: string; kind: string; value: number | null; status: string | null } {
  const read = readNumber(text);
  if (read.kind === 'number') return { text, kind: 'number', value: read.value, status: null };
  if (read.kind === 'suppressed') return { text, kind: 'suppressed', value: null, status: 'Q' };
  if (read.kind === 'missing') return { text, kind: 'missing', value: null, status: read.status };
  return { text, kind: 'unreadable', value: null, status: null };
}
