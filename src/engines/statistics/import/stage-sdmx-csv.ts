import { join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Finding } from '../checks/finding.ts';
import type { FlowDefinition } from '../definition.ts';
import type { DataStructure } from '../model/structure.ts';
import { flowName } from '../model/structure.ts';
import { identifier, literal } from '../store/cube/sql-text.ts';
import type { Workshop } from '../store/cube/workshop.ts';
import { asParquet } from '../store/cube/write-batch.ts';
import { readNumber } from './read-number.ts';
import { readPeriod } from './read-period.ts';
import type { Read } from './read-into.ts';
import { sdmxCsv } from './resolve-flow.ts';
import type { FileColumns } from './sdmx-columns.ts';
import { columnsBy, otherFlow } from './sdmx-columns.ts';
import { tellFaults } from './tell-sdmx-faults.ts';

/**
 * Stages an SDMX-CSV file (1.0 or 2.0, with or without labels) inside DuckDB: no row passes through JavaScript unless
 * something is wrong with it. `original` and `staged` are views over a file in the workshop.
 */
export async function stageSdmxCsv(
  workshop: Workshop,
  definition: FlowDefinition,
  path: string,
  name: string,
  found: (finding: Finding) => void,
): Promise<Read> {
  const headers = await readOriginal(workshop, path, name);
  const columns = columnsBy(headers);
  const { structure } = definition.flow;
  const missing = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD', 'OBS_VALUE'].filter(
    (id) => !columns.has(id),
  );
  if (missing.length > 0) {
    throw new Problem(
      'invalid',
      say(
        'The column {missing} is missing in {file}, which has: {found}. An SDMX-CSV file of {flow} has a column for each dimension, TIME_PERIOD and OBS_VALUE.',
        {
          missing: missing.join(', '),
          file: name,
          found: headers.join(', '),
          flow: flowName(definition.flow),
        },
      ),
      { details: { missing, found: headers } },
    );
  }
  await makeTypes(workshop, structure, columns);
  await workshop.run(`CREATE VIEW staged AS ${stagedQuery(definition, columns)}`);
  await tellFaults(workshop, definition, columns, found);
  return { definition, mapping: sdmxCsv, headerRow: 1, columns: headers };
}

/** Reads the file once into Parquet, every cell as text, rows numbered as an editor's lines. */
async function readOriginal(workshop: Workshop, path: string, name: string): Promise<readonly string[]> {
  const file = literal(join(workshop.folder, 'original.parquet'));
  const source = `read_csv(${literal(path)}, all_varchar = true, header = true, null_padding = false, quote = '"', escape = '"')`;
  try {
    const described = await workshop.rows(`DESCRIBE SELECT * FROM ${source}`);
    const headers = described.map(({ column_name: column }) => String(column));
    const cells = headers.map((header, place) => `${identifier(header)} AS c${place}`);
    await workshop.run(
      `COPY (SELECT (row_number() OVER () + 1)::INTEGER AS _row, ${cells.join(', ')} FROM ${source}) TO ${file} ${asParquet}`,
    );
    await workshop.run(`CREATE VIEW original AS SELECT * FROM read_parquet(${file})`);
    return headers;
  } catch (cause) {
    if (!(cause instanceof Error) || !/CSV|Invalid Input|encod/i.test(cause.message)) throw cause;
    const where = /Line: (\d+)/i.exec(cause.message)?.[1];
    throw new Problem(
      'invalid',
      where === undefined
        ? say(
            '{file} cannot be read as CSV in UTF-8. Save it as CSV (comma or semicolon between the fields, UTF-8) and send it again.',
            { file: name },
          )
        : say(
            '{file} cannot be read as CSV from line {line} on: the fields or the quotation marks there do not fit the header. Correct that line.',
            { file: name, line: where },
          ),
      { cause },
    );
  }
}

/** Code lists as ENUM types, the periods that are periods, and the values that are not plain numbers. */
async function makeTypes(workshop: Workshop, structure: DataStructure, columns: FileColumns): Promise<void> {
  for (const { id, codelist } of [...structure.dimensions, ...structure.attributes]) {
    if (codelist === undefined || !columns.has(id)) continue;
    await workshop.run(
      `CREATE TYPE ${identifier(`list_${id}`)} AS ENUM (${codelist.codes.map((code) => literal(code.id)).join(', ')})`,
    );
  }
  const sqlOf = (id: string): string => columns.get(id)?.sql ?? 'NULL';
  const periods = await workshop.rows(`SELECT DISTINCT ${sqlOf('TIME_PERIOD')} AS text FROM original`);
  const known = periods.flatMap(({ text }) =>
    typeof text === 'string' && readPeriod(text) !== undefined ? [[text, readPeriod(text)]] : [],
  );
  await workshop.run('CREATE TABLE known_periods AS SELECT unnest(from_json(?, \'[["VARCHAR"]]\')) AS pair', [
    JSON.stringify(known),
  ]);
  const odd = await workshop.rows(
    `SELECT DISTINCT ${sqlOf('OBS_VALUE')} AS text FROM original WHERE ${sqlOf('OBS_VALUE')} IS NOT NULL AND TRY_CAST(${sqlOf('OBS_VALUE')} AS DOUBLE) IS NULL`,
  );
  const read = odd.map(({ text }) => oddValue(String(text)));
  await workshop.run(
    `CREATE TABLE odd_values AS SELECT unnest(from_json(?, '[{"text":"VARCHAR","kind":"VARCHAR","value":"DOUBLE","status":"VARCHAR"}]'), recursive := true)`,
    [JSON.stringify(read)],
  );
}

function oddValue(text: string): { text: string; kind: string; value: number | null; status: string | null } {
  const read = readNumber(text);
  if (read.kind === 'number') return { text, kind: 'number', value: read.value, status: null };
  if (read.kind === 'suppressed') return { text, kind: 'suppressed', value: null, status: 'Q' };
  if (read.kind === 'missing') return { text, kind: 'missing', value: null, status: read.status };
  return { text, kind: 'unreadable', value: null, status: null };
}

function stagedQuery(definition: FlowDefinition, columns: FileColumns): string {
  const { dimensions, attributes } = definition.flow.structure;
  const sqlOf = (id: string): string => columns.get(id)?.sql ?? 'NULL';
  const coded = (id: string): string => `TRY_CAST(${sqlOf(id)} AS ${identifier(`list_${id}`)})::VARCHAR`;
  const dims = dimensions.map(({ id }) => `${coded(id)} AS ${identifier(id)}`);
  const status = `coalesce(odd.status, ${columns.has('OBS_STATUS') ? coded('OBS_STATUS') : 'NULL'}, CASE WHEN ${sqlOf('OBS_VALUE')} IS NULL THEN 'O' ELSE 'A' END)`;
  const attribute = (id: string, hasList: boolean): string => {
    if (id === 'OBS_STATUS') return status;
    const given = columns.has(id) ? (hasList ? coded(id) : sqlOf(id)) : 'NULL';
    if (id === 'CONF_STATUS') return `coalesce(${given}, 'F')`;
    return id === 'UNIT_MULT' ? `coalesce(${given}, '0')` : given;
  };
  const unknown = dimensions.map(({ id }) => `${identifier(id)} IS NULL`);
  // A status that is not known must not become “free”: its row is at fault.
  const wrong = attributes
    .filter(({ id, codelist }) => codelist !== undefined && columns.has(id))
    .map(({ id }) => `(nullif(${sqlOf(id)}, '') IS NOT NULL AND ${coded(id)} IS NULL)`);
  const action = columns.get('ACTION');
  const number = `coalesce(odd.value, TRY_CAST(${sqlOf('OBS_VALUE')} AS DOUBLE))`;
  return `SELECT * EXCLUDE (_fault, _odd), (CASE WHEN _fault OR ${unknown.join(' OR ')} OR TIME_PERIOD IS NULL OR _odd = 'unreadable'
        OR _action NOT IN ('I', 'A', 'M', 'R', 'D') THEN 2
        WHEN _odd = 'suppressed' OR (OBS_STATUS = 'Q' AND OBS_VALUE IS NULL) THEN 1 ELSE 0 END)::UTINYINT AS _kind
    FROM (SELECT _row, ${[otherFlow(definition, columns), ...wrong].join(' OR ')} AS _fault, coalesce(odd.kind, '') AS _odd,
      ${action === undefined ? `'R'` : `coalesce(nullif(upper(${action.sql}), ''), 'I')`} AS _action,
      ${dims.join(', ')},
      p.pair[2] AS TIME_PERIOD,
      CASE WHEN isnan(${number}) THEN NULL ELSE ${number} END AS OBS_VALUE,
      ${attributes.map(({ id, codelist }) => `${attribute(id, codelist !== undefined)} AS ${identifier(id)}`).join(', ')}
    FROM original LEFT JOIN known_periods p ON p.pair[1] = ${sqlOf('TIME_PERIOD')} LEFT JOIN odd_values odd ON odd.text = ${sqlOf('OBS_VALUE')})`;
}
