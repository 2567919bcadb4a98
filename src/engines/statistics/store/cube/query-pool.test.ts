import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '#kernel/errors/problem.ts';
import { QueryPool } from './query-pool.ts';

async function aPool(size: number): Promise<QueryPool> {
  return QueryPool.open(await DuckDBInstance.create(':memory:'), size);
}
const refused = (error: unknown): boolean => error instanceof Problem && error.kind === 'unavailable';
const numbers = 'SELECT i FROM range(?) t(i)';

test('queries wait in order for a connection, and a left stream gives its own back', async () => {
  const pool = await aPool(1);
  const done: number[] = [];
  await Promise.all([1, 2, 3].map(async (n) => done.push(Number((await pool.rows('SELECT ? AS n', [n]))[0]?.['n']))));
  assert.deepEqual(done, [1, 2, 3]);
  for await (const chunk of pool.stream(numbers, [100_000])) {
    assert.equal(chunk.getColumnValues(0)[0], 0n);
    break;
  }
  assert.equal((await pool.rows('SELECT 1 AS n')).length, 1);
  await pool.close();
});

test('closing waits for queries that have begun, and refuses those that have not', async () => {
  const pool = await aPool(1);
  const order: string[] = [];
  const running = pool.rows('SELECT sum(hash(i)) AS n FROM range(3000000) t(i)').then(() => order.push('answered'));
  const waiting = assert.rejects(pool.rows('SELECT 1'), refused);
  const closing = pool.close(60_000).then(() => order.push('closed'));
  await assert.rejects(pool.rows('SELECT 1'), refused);
  await assert.rejects(pool.stream('SELECT 1').next(), refused);
  await Promise.all([running, waiting, closing]);
  assert.deepEqual(order, ['answered', 'closed']);
});

test('closing waits for a stream that is being read, to its last row', async () => {
  const pool = await aPool(2);
  const stream = pool.stream(numbers, [50_000]);
  let rows = (await stream.next()).value?.rowCount ?? 0;
  let closed = false;
  const closing = pool.close(60_000).then(() => (closed = true));
  for await (const chunk of stream) {
    assert.equal(closed, false);
    rows += chunk.rowCount;
  }
  await closing;
  assert.equal(rows, 50_000);
});

test('a stream that nobody reads on does not hold up the closing for good; its reader is told', async () => {
  const pool = await aPool(1);
  const stream = pool.stream(numbers, [50_000]);
  await stream.next();
  await pool.close(1);
  await assert.rejects(stream.next(), refused);
  await pool.close();
});
