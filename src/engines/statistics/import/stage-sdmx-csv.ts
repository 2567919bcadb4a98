import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Finding } from '../checks/finding.ts';
import type { FlowDefinition } from '../definition.ts';
import { flowName } from '../model/structure.ts';
import { identifier } from '../store/cube/sql-text.ts';
import type { Workshop } from '../store/cube/workshop.ts';
import { sdmxReads } from './column-reads.ts';
import type { Read } from './read-into.ts';
import { readOriginalCsv } from './read-original-csv.ts';
import { sdmxCsv } from './resolve-flow.ts';
import type { FileColumns } from './sdmx-columns.ts';
import { actions, columnsBy } from './sdmx-columns.ts';
import type { Vocabulary } from './sdmx-vocabulary.ts';
import { sdmxVocabulary } from './sdmx-vocabulary.ts';
import { tellFaults } from './tell-sdmx-faults.ts';

/**
 * Stages an SDMX-CSV file (1.0 or 2.0, with or without labels) inside DuckDB: no row passes through JavaScript unless
 * something is wrong with it. `original` and `staged` are views over a file in the draft of the batch.
 */
export async function stageSdmxCsv(
  workshop: Workshop,
  definition: FlowDefinition,
  path: string,
  name: string,
  found: (finding: Finding) => void,
): Promise<Read> {
  const headers = await readOriginalCsv(workshop, path, name);
  const columns = columnsBy(headers);
  const wanted = [...definition.flow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD', 'OBS_VALUE'];
  const missing = wanted.filter((id) => !columns.has(id));
  if (missing.length > 0) {
    throw new Problem(
      'invalid',
      say(
        'The column {missing} is missing in {file}, which has: {found}. An SDMX-CSV file of {flow} has a column for each dimension, TIME_PERIOD and OBS_VALUE.',
        { missing: missing.join(', '), file: name, found: headers.join(', '), flow: flowName(definition.flow) },
      ),
      { details: { missing, found: headers } },
    );
  }
  const vocabulary = await sdmxVocabulary(workshop, definition, columns);
  await workshop.run(`CREATE VIEW staged AS ${stagedQuery(definition, columns, vocabulary)}`);
  return {
    definition,
    mapping: sdmxCsv,
    reads: sdmxReads(definition.flow.structure, columns),
    headerRow: 1,
    columns: headers,
    tellFaults: () => tellFaults(workshop, definition, columns, vocabulary, found),
  };
}

/** A row is at fault (kind 2) where a code, period, value, action or flow is not usable; suppressed (1) where its value says so. */
function stagedQuery(definition: FlowDefinition, columns: FileColumns, words: Vocabulary): string {
  const { dimensions, attributes } = definition.flow.structure;
  const { number, kind, status } = words.value;
  const dims = dimensions.map(({ id }) => `${words.coded(id)} AS ${identifier(id)}`);
  // A status that is not known must not become “free”: its row is at fault.
  const wrong = attributes
    .filter(({ id }) => words.hasUnknown(id))
    .map(({ id }) => `(${columns.get(id)?.sql ?? 'NULL'} <> '' AND ${words.coded(id)} IS NULL)`);
  const action = columns.get('ACTION');
  const named = `[${actions.map((each) => `'${each}'`).join(', ')}]`;
  const given = (id: string): string => (columns.has(id) ? words.coded(id) : 'NULL');
  const attribute = (id: string): string => {
    if (id === 'OBS_STATUS')
      return `coalesce(${status}, ${given(id)}, CASE WHEN ${number} IS NULL THEN 'O' ELSE 'A' END)`;
    if (id === 'CONF_STATUS') return `coalesce(${given(id)}, 'F')`;
    return id === 'UNIT_MULT' ? `coalesce(${given(id)}, '0')` : given(id);
  };
  return `SELECT * EXCLUDE (_fault, _odd), (CASE WHEN _fault OR TIME_PERIOD IS NULL OR _odd = 'unreadable' OR _action NOT IN ${named}
        OR ${dimensions.map(({ id }) => `${identifier(id)} IS NULL`).join(' OR ')} THEN 2
        WHEN _odd = 'suppressed' OR (OBS_STATUS = 'Q' AND OBS_VALUE IS NULL) THEN 1 ELSE 0 END)::UTINYINT AS _kind
    FROM (SELECT _row, ${[words.otherFlow, ...wrong].join(' OR ')} AS _fault, ${kind} AS _odd,
      ${action === undefined ? `'R'` : `coalesce(nullif(upper(${action.sql}), ''), 'I')`} AS _action,
      ${dims.join(', ')}, ${words.period} AS TIME_PERIOD,
      CASE WHEN isnan(${number}) THEN NULL ELSE ${number} END AS OBS_VALUE,
      ${attributes.map(({ id }) => `${attribute(id)} AS ${identifier(id)}`).join(', ')}
    FROM original)`;
}
