// Search over synthetic documents: ours, and peers with the same work and the same totals, in one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { silentLog } from '#kernel/log/index.ts';
import { openSearch, type Search } from '#kernel/search/index.ts';
import { percentile, recordFigures, type Figure } from './figures.ts';
import { documents, facetNames, queries } from './search/corpus.ts';
import { peers } from './search/peers.ts';
import { findFirstWordAlone } from './search/first-word-alone.ts';

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const asked = queries(300);
/** What the slower ones are asked, so that a run ends. */
const askedOfPeers = asked.slice(0, 40);
const megabytes = (): number => process.memoryUsage().rss / 2 ** 20;

function measure(search: Search, rounds: number, some = asked): { times: number[]; total: number } {
  const times: number[] = [];
  let total = 0;
  for (let round = 0; round <= rounds; round += 1) {
    total = 0;
    for (const { words, country } of some) {
      const start = performance.now();
      const answer = search.find({
        text: words.join(' '),
        language: 'en',
        audiences: 'all',
        facets: facetNames,
        demonstration: false,
        page: 1,
        size: 20,
        ...(country !== undefined && { filters: { country: [country] } }),
      });
      // The first round warms up.
      if (round > 0) times.push(performance.now() - start);
      total += answer.total;
    }
  }
  return { times, total };
}

async function run(count: number, goals: { mean?: number; p95: number; memory?: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mandata-bench-search-'));
  const named = count.toLocaleString('en');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const search = openSearch({
    sources: [{ name: 'bench', documents: () => documents(count) }],
    log: silentLog,
    folder,
  });
  await search.refresh();
  const built = (performance.now() - began) / 1000;
  delay.disable();
  globalThis.gc?.();
  const memory = megabytes();
  const { times } = measure(search, count > 200_000 ? 2 : 5);
  const onThose = measure(search, 3, askedOfPeers);
  const alone = findFirstWordAlone(search, asked);
  const [p95, average] = [percentile(times, 0.95), mean(times)];
  const figures: Figure[] = [
    {
      what: `${named} documents: top 20 with total, five facets and snippets, mean`,
      ours: milliseconds(average),
      limit: alone === undefined ? undefined : `finding the first word alone ${milliseconds(alone)}`,
      ...(goals.mean !== undefined && { goal: `≤ ${goals.mean} ms`, met: average <= goals.mean }),
    },
    {
      what: `${named} documents: the same, p95`,
      ours: milliseconds(p95),
      goal: `≤ ${goals.p95} ms`,
      met: p95 <= goals.p95,
    },
    {
      what: `${named} documents: memory of the process after a collection`,
      ours: `${memory.toFixed(0)} MB`,
      ...(goals.memory !== undefined && { goal: `≤ ${goals.memory} MB`, met: memory <= goals.memory }),
    },
    { what: `${named} documents: built and kept`, ours: `${built.toFixed(1)} s` },
    { what: `${named} documents: longest the event loop was held while building`, ours: milliseconds(delay.max / 1e6) },
  ].map(({ limit, ...rest }: Figure) => ({ ...rest, ...(limit !== undefined && { limit }) }));
  await search.close();
  const again = performance.now();
  const kept = openSearch({
    sources: [{ name: 'bench', documents: () => [], read: async () => [] }],
    log: silentLog,
    folder,
  });
  await kept.refresh();
  if (kept.state().documents === count)
    figures.push({
      what: `${named} documents: opened from what was kept`,
      ours: `${((performance.now() - again) / 1000).toFixed(2)} s`,
    });
  await kept.close();
  rmSync(folder, { recursive: true, force: true });
  if (count <= 100_000) {
    for (const peer of await peers(count, askedOfPeers)) {
      if ('absent' in peer) {
        figures.push({
          what: `${named} documents: ${peer.name}`,
          ours: `mean ${milliseconds(average)}`,
          peer: peer.absent,
        });
        continue;
      }
      const same = peer.total === onThose.total ? 'same totals' : `totals differ: ${peer.total} and ${onThose.total}`;
      figures.push({
        what: `${named} documents: ${peer.name}, ${peer.queries} of the queries (${same})`,
        ours: `mean ${milliseconds(mean(onThose.times))}, p95 ${milliseconds(percentile(onThose.times, 0.95))}`,
        peer: `mean ${milliseconds(mean(peer.times))}, p95 ${milliseconds(percentile(peer.times, 0.95))}`,
      });
    }
  }
  recordFigures(`Search, ${named} documents`, { command: 'npm run bench -- search', runs: 300, figures });
}

const sizes = process.env['MANDATA_BENCH_SEARCH'] ?? '100000,1000000';
for (const size of sizes.split(',').map(Number))
  await run(size, size > 200_000 ? { p95: 80, memory: 1536 } : { mean: 2, p95: 5 });
