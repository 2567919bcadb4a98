import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { maskedAudience } from '../../disclosure/disclosure-rule.ts';
import { daysOf } from '../../import/read-period.ts';
import type { DataStructure } from '../../model/structure.ts';
import type { AcceptedState } from './accepted-relation.ts';
import { sha256Of } from './durable.ts';
import { identifier, identifiers, literal } from './sql-text.ts';
import { stagedColumns } from './columns.ts';
import type { Workshop } from './workshop.ts';
import { asParquet } from './write-batch.ts';

export interface WrittenRelease {
  readonly observations: number;
  readonly restricted: number;
  readonly sha256: string;
  readonly restrictedSha256: string | undefined;
  readonly changes: { readonly new: number; readonly revised: number; readonly gone: number };
}

/** Columns of a released file, in order, as ReleasedFlow promises them. */
export function releasedColumns(structure: DataStructure): readonly string[] {
  return [...stagedColumns(structure), '_start', '_end', '_since', '_batch', '_row'];
}

/**
 * Writes `public.parquet`, `restricted.parquet` (when there is anything in it) and `changes.parquet` of a release into a
 * folder that nobody sees yet. `before` is the folder of the release before.
 */
export async function writeRelease(
  workshop: Workshop,
  release: {
    structure: DataStructure;
    accepted: AcceptedState;
    number: number;
    before: string | undefined;
    audience: string;
    folder: string;
  },
): Promise<WrittenRelease> {
  const { structure, number, before, folder } = release;
  await mkdir(folder, { recursive: true });
  const { sql: accepted } = release.accepted;
  const { dates, join: withDates } = await datePeriods(workshop, accepted);
  const own = stagedColumns(structure);
  const key = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const columns = identifiers(releasedColumns(structure));
  // A figure that says so itself, or came in a batch that says so, is not for everyone who may read the flow.
  const open = `((CONF_STATUS = 'F' AND _audience = ${literal(release.audience)}) OR _audience = ${literal(maskedAudience)})`;
  const same = own.map((id) => `o.${identifier(id)} IS NOT DISTINCT FROM n.${identifier(id)}`).join(' AND ');
  const match = key.map((id) => `o.${identifier(id)} = n.${identifier(id)}`).join(' AND ');
  const since =
    before === undefined ? `${number}` : `CASE WHEN o._since IS NOT NULL AND ${same} THEN o._since ELSE ${number} END`;
  const beforeRows =
    before === undefined ? undefined : releasedFiles(before, await hasRestricted(workshop, before), structure);
  await workshop.run(
    `CREATE VIEW drafted AS SELECT n.*, ${dates}, (${since})::INTEGER AS _since
     FROM ${accepted} n ${withDates} ${beforeRows === undefined ? '' : `LEFT JOIN ${beforeRows} o ON ${match} AND o._mask = (n._audience = ${literal(maskedAudience)})`}`,
  );
  // What is sorted already and joined with nothing stays as it is.
  const order =
    release.accepted.sorted && withDates === '' && beforeRows === undefined ? '' : `ORDER BY ${identifiers(key)}`;
  const publicFile = join(folder, 'public.parquet');
  const restrictedFile = join(folder, 'restricted.parquet');
  await workshop.run(
    `COPY (SELECT ${columns} FROM drafted WHERE ${open} ${order}) TO ${literal(publicFile)} ${asParquet}`,
  );
  const [hidden] = await workshop.rows(`SELECT count(*)::DOUBLE AS n FROM ${accepted} WHERE NOT (${open})`);
  const restricted = Number(hidden?.['n']);
  if (restricted > 0) {
    await workshop.run(
      `COPY (SELECT ${columns}, CASE WHEN CONF_STATUS = 'F' THEN _audience ELSE 'office' END AS _audience FROM drafted WHERE NOT (${open}) ${order})
       TO ${literal(restrictedFile)} ${asParquet}`,
    );
  }
  const [count] = await workshop.rows(`SELECT count(*)::DOUBLE AS n FROM read_parquet(${literal(publicFile)})`);
  return {
    observations: Number(count?.['n']),
    restricted,
    sha256: await sha256Of(publicFile),
    restrictedSha256: restricted > 0 ? await sha256Of(restrictedFile) : undefined,
    changes: await writeChanges(workshop, {
      beforeRows,
      afterRows: releasedFiles(folder, restricted > 0, structure),
      key,
      own,
      folder,
      number,
    }),
  };
}

/** SQL of the first and last day of a row's period: reckoned for years, else looked up in a table of the periods that occur. */
async function datePeriods(workshop: Workshop, relation: string): Promise<{ dates: string; join: string }> {
  const periods = (await workshop.rows(`SELECT DISTINCT TIME_PERIOD AS p FROM ${relation}`)).map(({ p }) => String(p));
  if (periods.every((period) => /^[1-9]\d{3}$/.test(period))) {
    const year = 'n.TIME_PERIOD::INTEGER';
    return { dates: `make_date(${year}, 1, 1) AS _start, make_date(${year}, 12, 31) AS _end`, join: '' };
  }
  await workshop.run(
    `CREATE TABLE dated AS SELECT p AS TIME_PERIOD, "start" AS _start, "end" AS _end FROM
      (SELECT unnest(from_json(?, '[{"p":"VARCHAR","start":"DATE","end":"DATE"}]'), recursive := true))`,
    [JSON.stringify(periods.map((p) => ({ p, ...daysOf(p) })))],
  );
  return { dates: 'd._start, d._end', join: 'JOIN dated d USING (TIME_PERIOD)' };
}

async function hasRestricted(workshop: Workshop, folder: string): Promise<boolean> {
  const found = await workshop.rows('SELECT 1 FROM glob(?)', [join(folder, 'restricted.parquet')]);
  return found.length > 0;
}

/** All figures of a release, whoever may read them; what stands in the public file for a hidden one is a mask. */
function releasedFiles(folder: string, restricted: boolean, structure: DataStructure): string {
  const columns = identifiers([...stagedColumns(structure), '_since', '_batch', '_row']);
  const files = restricted ? ['public.parquet', 'restricted.parquet'] : ['public.parquet'];
  return `(${files.map((name) => `SELECT ${columns}, ${name === 'public.parquet'} AS _open, _open AND CONF_STATUS <> 'F' AS _mask FROM read_parquet(${literal(join(folder, name))})`).join(' UNION ALL ')})`;
}

/** What differs from the release before: `new`, `revised` (with the value before) and `gone`. A first release is all new and lists nothing. */
async function writeChanges(
  workshop: Workshop,
  {
    beforeRows,
    afterRows,
    key,
    own,
    folder,
    number,
  }: {
    beforeRows: string | undefined;
    afterRows: string;
    key: readonly string[];
    own: readonly string[];
    folder: string;
    number: number;
  },
): Promise<WrittenRelease['changes']> {
  if (beforeRows === undefined) {
    const [all] = await workshop.rows(`SELECT count(*)::DOUBLE AS n FROM ${afterRows} WHERE NOT _mask`);
    return { new: Number(all?.['n']), revised: 0, gone: 0 };
  }
  const file = literal(join(folder, 'changes.parquet'));
  const figures = (rows: string): string => `(SELECT * FROM ${rows} WHERE NOT _mask)`;
  const [was, is] = [figures(beforeRows), figures(afterRows)];
  const match = key.map((id) => `o.${identifier(id)} = n.${identifier(id)}`).join(' AND ');
  const keyColumns = key
    .map((id) => `coalesce(n.${identifier(id)}, o.${identifier(id)}) AS ${identifier(id)}`)
    .join(', ');
  const status = own.includes('OBS_STATUS') ? ', o.OBS_STATUS AS status_before, n.OBS_STATUS AS status_after' : '';
  await workshop.run(
    `COPY (SELECT CASE WHEN o._row IS NULL THEN 'new' WHEN n._row IS NULL THEN 'gone' ELSE 'revised' END AS change, ${keyColumns},
       o.OBS_VALUE AS value_before, n.OBS_VALUE AS value_after${status}, coalesce(n._open, true) AND coalesce(o._open, true) AS open
       FROM (SELECT * FROM ${is} WHERE _since = ${number}) n FULL JOIN ${was} o ON ${match}
       WHERE n._row IS NOT NULL OR NOT EXISTS (SELECT 1 FROM ${is} still WHERE ${key.map((id) => `still.${identifier(id)} = o.${identifier(id)}`).join(' AND ')})
       ORDER BY ${key.map((_, place) => place + 2).join(', ')}) TO ${file} ${asParquet}`,
  );
  const counts = await workshop.rows(`SELECT change, count(*)::DOUBLE AS n FROM read_parquet(${file}) GROUP BY 1`);
  const of = (change: string): number => Number(counts.find((row) => row['change'] === change)?.['n'] ?? 0);
  return { new: of('new'), revised: of('revised'), gone: of('gone') };
}

/** The release in words that any tool can read, beside its files. */
export async function describeRelease(folder: string, description: Readonly<Record<string, unknown>>): Promise<void> {
  await writeFile(join(folder, 'release.json'), `${JSON.stringify(description, undefined, 2)}\n`);
}
