import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Kind } from './questions.ts';
import { bareColumns } from './made-figures.ts';

const quoted = (name: string): string => `"${name}"`;

/** DuckDB over the same file as the server had it open, without a server: what the store could do at best. */
export async function duckdbAlone(data: string): Promise<{
  ask(kind: Kind, n: number): Promise<number>;
  /** Writes the first so many figures as CSV; gives the seconds. */
  copy(rows: number, to: string): Promise<number>;
  close(): void;
}> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  const cache = join(data, 'cache');
  const [file] = (await readdir(cache)).filter((name) => name.endsWith('.duckdb'));
  await connection.run(`ATTACH '${join(cache, file ?? '')}' AS figures`);
  await connection.run('USE figures');
  const tables = (await connection.runAndReadAll('SELECT name, sha256 FROM cached')).getRows();
  const named = (part: RegExp): string | undefined => {
    const found = tables.find(([name]) => part.test(String(name)));
    return found === undefined ? undefined : quoted(`${String(found[0])} ${String(found[1])}`);
  };
  const whole = named(/\/\d+$/) ?? '';
  const slices = named(/by slice$/) ?? whole;
  const series = named(/ series$/) ?? whole;
  const columns = bareColumns.map(quoted).join(', ');
  return {
    async ask(kind, n) {
      const { where } = kind.at(n);
      const condition =
        Object.keys(where)
          .map((id) => `${quoted(id)} = ?`)
          .join(' AND ') || 'true';
      const values = Object.values(where);
      const from = 'REF_AREA' in where ? whole : slices;
      const dimensions = bareColumns.slice(0, 7).map(quoted);
      const queries =
        kind.gives === 'data'
          ? [`SELECT ${columns} FROM ${from} WHERE ${condition}`]
          : dimensions.map((id) => `SELECT DISTINCT ${id} FROM ${series} WHERE ${condition} ORDER BY 1`);
      const start = performance.now();
      for (const sql of queries) {
        const result = await connection.stream(sql, values);
        for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0;)
          chunk = await result.fetchChunk();
      }
      return performance.now() - start;
    },
    async copy(rows, to) {
      const start = performance.now();
      await connection.run(`COPY (SELECT ${columns} FROM ${whole} LIMIT ${rows}) TO '${to}' (FORMAT csv, HEADER)`);
      return (performance.now() - start) / 1000;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
