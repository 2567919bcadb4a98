import type { Finding } from '../checks/finding.ts';
import type { StatisticsContext } from '../context.ts';
import type { FlowDefinition } from '../definition.ts';
import { flowName } from '../model/structure.ts';
import { openStager } from '../store/cube/stage-rows.ts';
import type { Workshop } from '../store/cube/workshop.ts';
import { columnReads, type ColumnRead } from './column-reads.ts';
import { grow } from './grow-flow.ts';
import { RowMapper } from './map-rows.ts';
import { openSource } from './open-source.ts';
import type { Resolved } from './resolve-flow.ts';
import { sdmxCsv } from './resolve-flow.ts';
import { stageSdmxCsv } from './stage-sdmx-csv.ts';
import type { BroughtCodes } from './unodc-portal.ts';

interface Reading extends Resolved {
  readonly path: string;
  readonly name: string;
  readonly found: (finding: Finding) => void;
  readonly progress: StatisticsContext['progress'] | undefined;
}

export interface Read {
  /** With the codes that the file brought, where the flow grows. */
  readonly definition: FlowDefinition;
  readonly mapping: string;
  /** Absent for SDMX-CSV, whose columns need none. */
  readonly mappingVersion?: string;
  readonly reads: readonly ColumnRead[];
  readonly headerRow: number;
  readonly columns: readonly string[];
  /** Names what could not be staged, once the batch is sorted. */
  readonly tellFaults?: () => Promise<void>;
  /** All codes of a flow that grew, to be stored. */
  readonly grown?: BroughtCodes;
}

/** Reads a file into the tables `staged` and `original` of the workshop, in constant memory. */
export async function readInto(workshop: Workshop, reading: Reading): Promise<Read> {
  const { definition, path, name, found, progress } = reading;
  const mapping = definition.mappings[reading.mapping];
  if (reading.mapping === sdmxCsv || mapping === undefined)
    return stageSdmxCsv(workshop, definition, path, name, found);
  const { structure } = definition.flow;
  const source = await openSource(path, mapping, name);
  try {
    const { header } = source;
    const stager = await openStager(workshop, structure, header.names);
    const mapper = new RowMapper(structure, mapping, header, found);
    let rows = 0;
    for await (const portion of source.rows) {
      for (const row of portion) stager.add(mapper.map(row));
      rows += portion.length;
      progress?.({ doing: 'reading', rows });
    }
    await stager.finish();
    await settlePending(workshop, mapper);
    const read = {
      definition,
      mapping: mapping.id,
      mappingVersion: mapping.version,
      reads: columnReads(structure, mapping, header),
      headerRow: header.row,
      columns: header.names,
    };
    if (!definition.grows) return read;
    const grown = grow(flowName(definition.flow), structure, mapper.made, reading.made, found);
    return { ...read, definition: grown.definition, grown: grown.codes };
  } finally {
    await source.close();
  }
}

/** Gives the figures that waited for the rest of their column their value, or rejects them. */
async function settlePending(workshop: Workshop, mapper: RowMapper): Promise<void> {
  const { decided, rejected } = mapper.finish();
  if (decided.length > 0) {
    await workshop.run(
      `UPDATE staged SET OBS_VALUE = d.value FROM (SELECT unnest(from_json(?, '[{"row":"INTEGER","value":"DOUBLE"}]'), recursive := true)) d WHERE staged._row = d.row`,
      [JSON.stringify(decided)],
    );
  }
  if (rejected.length > 0) {
    await workshop.run(`UPDATE staged SET _kind = 2 WHERE _row IN (SELECT unnest(from_json(?, '["INTEGER"]')))`, [
      JSON.stringify(rejected),
    ]);
  }
}
