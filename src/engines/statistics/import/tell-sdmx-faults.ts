import type { DuckDBValue } from '@duckdb/node-api';
import { say } from '#kernel/i18n/say.ts';
import type { Finding } from '../checks/finding.ts';
import type { FlowDefinition } from '../definition.ts';
import { flowName } from '../model/structure.ts';
import { identifier } from '../store/cube/sql-text.ts';
import type { Workshop } from '../store/cube/workshop.ts';
import { unknownCode } from './read-codes.ts';
import type { FileColumns } from './sdmx-columns.ts';
import { actions } from './sdmx-columns.ts';
import type { Vocabulary } from './sdmx-vocabulary.ts';

/** Names every row of an SDMX-CSV file that could not be staged, and every value that is suppressed at the source. */
export async function tellFaults(
  workshop: Workshop,
  definition: FlowDefinition,
  columns: FileColumns,
  words: Vocabulary,
  found: (finding: Finding) => void,
): Promise<void> {
  const { dimensions, attributes } = definition.flow.structure;
  const [fault] = await workshop.rows('SELECT 1 FROM sorted WHERE _kind > 0 LIMIT 1');
  if (fault === undefined) return;
  const texts = [...columns].map(([id, { sql }]) => `${sql} AS ${identifier(`text ${id}`)}`);
  const rows = await workshop.rows(
    `SELECT s._row AS row, s._kind AS kind, s._action AS action, ${[...dimensions.map(({ id }) => id), 'TIME_PERIOD'].map((id) => `s.${identifier(id)}`).join(', ')},
       ${texts.join(', ')}, ${words.otherFlow} AS other
     FROM sorted s JOIN original USING (_row) WHERE s._kind > 0 ORDER BY 1`,
  );
  const coded = [...dimensions, ...attributes.filter(({ codelist }) => codelist !== undefined)].filter(({ id }) =>
    columns.has(id),
  );
  const known = new Map(coded.map(({ id, codelist }) => [id, new Set(codelist?.codes.map((code) => code.id))]));
  for (const row of rows) {
    const at = { row: Number(row['row']), key: keyOf([...dimensions.map(({ id }) => id), 'TIME_PERIOD'], row) };
    const text = (id: string): string => textOf(row[`text ${id}`]);
    if (row['kind'] === 1) {
      found({
        rule: 'value-suppressed',
        severity: 'info',
        ...at,
        column: 'OBS_VALUE',
        said: say('Row {row}: “{written}” is kept as suppressed at the source, without a value.', {
          row: at.row,
          written: text('OBS_VALUE'),
        }),
      });
      continue;
    }
    if (row['other'] === true)
      found({
        rule: 'other-flow',
        severity: 'error',
        ...at,
        said: otherFlowSaid(at.row, text('DATAFLOW') || text('STRUCTURE_ID'), flowName(definition.flow)),
      });
    if (!actions.includes(textOf(row['action']))) {
      found({
        rule: 'action-known',
        severity: 'error',
        ...at,
        column: 'ACTION',
        said: say('Row {row}: the action “{text}” is none of I, A, M, R and D. The row was not used.', {
          row: at.row,
          text: text('ACTION'),
        }),
      });
    }
    for (const { id } of coded) {
      const required = dimensions.some((dimension) => dimension.id === id);
      if (known.get(id)?.has(text(id)) === true || (!required && text(id) === '')) continue;
      const { severity, said } = unknownCode(at.row, id, text(id));
      found({ rule: 'code-known', severity, ...at, column: id, said });
    }
    if (row['TIME_PERIOD'] === null) {
      found({
        rule: 'period-readable',
        severity: 'error',
        ...at,
        column: 'TIME_PERIOD',
        said: say('Row {row}: “{text}” in TIME_PERIOD is no SDMX time period. The row was not used.', {
          row: at.row,
          text: text('TIME_PERIOD'),
        }),
      });
    }
    if (text('OBS_VALUE') !== '' && Number.isNaN(Number(text('OBS_VALUE'))) && text('OBS_VALUE') !== 'NaN') {
      found({
        rule: 'value-readable',
        severity: 'error',
        ...at,
        column: 'OBS_VALUE',
        said: say('Row {row}: “{text}” in OBS_VALUE is not a number. The row was not used.', {
          row: at.row,
          text: text('OBS_VALUE'),
        }),
      });
    }
  }
}

const textOf = (value: DuckDBValue | undefined): string => (typeof value === 'string' ? value : '');

function keyOf(ids: readonly string[], row: Readonly<Record<string, DuckDBValue>>): Record<string, string> {
  return Object.fromEntries(ids.flatMap((id) => (typeof row[id] === 'string' ? [[id, row[id]]] : [])));
}

const otherFlowSaid = (row: number, named: string, flow: string) =>
  say('Row {row} belongs to {named}, and the file is loaded into {flow}. The row was not used.', { row, named, flow });
