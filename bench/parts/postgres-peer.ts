// The peer: what a developer would write by hand, a plain HTTP handler over PostgreSQL. Started with the server's address; says its port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { bareColumns } from './made-figures.ts';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 4 });
const dimensions = bareColumns.slice(0, 7);

const server = createServer((request, answer) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const given = [...searchParams];
  const where = given.map(([id], at) => `${id} = $${at + 1}`).join(' AND ') || 'true';
  const values = given.map(([, value]) => value);
  const send = async (): Promise<string> => {
    if (pathname === '/codes') {
      const lists = dimensions.map((id) => `array_agg(DISTINCT ${id}) AS ${id}`).join(', ');
      const { rows } = await pool.query(
        `SELECT ${lists}, min(TIME_PERIOD), max(TIME_PERIOD), count(*) FROM figures WHERE ${where}`,
        values,
      );
      return JSON.stringify(rows);
    }
    const { rows } = await pool.query({
      text: `SELECT ${bareColumns.join(', ')} FROM figures WHERE ${where} ORDER BY REF_AREA, TIME_PERIOD`,
      name: `by ${given.map(([id]) => id.slice(0, 4)).join(' ')}`,
      values,
      rowMode: 'array',
    });
    return [bareColumns, ...rows].map((row) => row.join(',')).join('\n');
  };
  send().then(
    (text) => answer.writeHead(200, { 'Content-Type': 'text/csv' }).end(text),
    (error: unknown) => answer.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
