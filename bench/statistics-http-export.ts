// Ten million figures on a real server: questions and exports over HTTP, beside a handler written by hand over PostgreSQL
// (the Debian package, hand-written SQL, two indexes), and beside DuckDB alone on the same file, without HTTP.
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median, recordFigures } from './figures.ts';
import { anAsker } from './parts/ask.ts';
import { duckdbAlone } from './parts/duckdb-alone.ts';
import { bareColumns, made, mostFigures } from './parts/made-figures.ts';
import { inRounds, milliseconds, shown } from './parts/measure.ts';
import { watchMemory } from './parts/memory-of.ts';
import { kinds } from './parts/questions.ts';
import { startPeer } from './parts/start-peer.ts';
import { tenMillion } from './parts/ten-million.ts';

const rounds = 5;
const asks = 60;
const exports = 3;
const csv = 'application/vnd.sdmx.data+csv;version=2.0.0, */*;q=0.1';
const million = (count: number, seconds: number): string => `${(count / seconds / 1e6).toFixed(2)} million a second`;

const folder = await mkdtemp(join(tmpdir(), 'mandata-http-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const { server, data, imported, released } = await tenMillion(folder);
const ours = anAsker(server.address);

// Exports first, and before the peer is started: they measure memory.
const oneIndicator = mostFigures / made.indicators.length;
const formats = [
  ['SDMX-CSV', csv],
  ['SDMX-JSON', 'application/vnd.sdmx.data+json;version=2.0.0'],
  ['SDMX-ML', 'application/vnd.sdmx.structurespecificdata+xml;version=2.1'],
] as const;
const exported: {
  format: string;
  seconds: number;
  first: number;
  memory: number;
  whole: number;
  wholeMemory: number;
}[] = [];
for (const [format, accept] of formats) {
  const some: { ms: number; first: number }[] = [];
  // One that does not count: the code is compiled while it runs.
  await ours.ask(`/sdmx/rest/data/MANDATA,PRISONS/A..${made.indicators.at(-1) ?? ''}`, { accept });
  const little = watchMemory(server.pid);
  for (let n = 0; n < exports; n++) {
    some.push(await ours.ask(`/sdmx/rest/data/MANDATA,PRISONS/A..${made.indicators[n] ?? ''}`, { accept }));
  }
  little.stop();
  const much = watchMemory(server.pid);
  const whole = await ours.ask('/sdmx/rest/data/MANDATA,PRISONS/all', { accept });
  much.stop();
  exported.push({
    format,
    seconds: median(some.map(({ ms }) => ms)) / 1000,
    first: median(some.map(({ first }) => first)),
    memory: little.most(),
    whole: whole.ms / 1000,
    wholeMemory: much.most(),
  });
}

const peer = await startPeer();
const theirs = peer === undefined ? undefined : anAsker(peer.address);
const answered = [];
for (const kind of kinds) {
  const accept = kind.gives === 'data' ? csv : '*/*';
  const inPeer = (n: number): string =>
    `/${kind.gives}?${new URLSearchParams(Object.entries(kind.at(n).where)).toString()}`;
  // Everyone is asked a few times before it counts.
  for (let n = 0; n < 20; n++) await ours.ask(kind.at(n).sdmx, { accept });
  if (kind.peerAsks > 1) for (let n = 0; n < 20; n++) await theirs?.ask(inPeer(n));
  const [we, they] = await inRounds(rounds, [
    { asks, ask: async (n) => (await ours.ask(kind.at(n).sdmx, { accept })).ms },
    {
      asks: theirs === undefined ? 0 : kind.peerAsks,
      ask: async (n) => (await theirs?.ask(inPeer(n)))?.ms ?? Number.NaN,
    },
  ]);
  const once = kind.peerAsks > 0 ? undefined : await theirs?.ask(inPeer(0));
  answered.push({ kind, we, they: once === undefined ? they : { p50: once.ms, p95: once.ms } });
}
const rows = Math.round(oneIndicator);
const names = bareColumns.join(', ');
const copied = peer?.postgres.psql(
  `COPY (SELECT ${names} FROM figures WHERE INDICATOR = '${made.indicators[0] ?? ''}' ORDER BY ${names}) TO STDOUT (FORMAT csv, HEADER)`,
);
ours.close();
theirs?.close();
await peer?.stop();
await server.stop();

const alone = await duckdbAlone(data);
const figures: Figure[] = [];
for (const { kind, we, they } of answered) {
  for (let n = 0; n < 20; n++) await alone.ask(kind, n);
  const [limit] = await inRounds(rounds, [{ asks, ask: (n) => alone.ask(kind, n) }]);
  if (we === undefined || limit === undefined) throw new Error('nothing was asked');
  figures.push({
    what: `${kind.what}, of ${mostFigures} figures, over HTTP: 95 of 100 answers within`,
    ours: shown(we),
    peer: they === undefined ? 'PostgreSQL is not installed' : `${shown(they)} (PostgreSQL by hand)`,
    limit: `${shown(limit)} (DuckDB alone)`,
    goal: `< ${kind.goal} ms`,
    met: we.p95 < kind.goal,
  });
}
const limit = await alone.copy(rows, join(folder, 'limit.csv'));
alone.close();
for (const { format, seconds, first, memory, whole, wholeMemory } of exported) {
  figures.push({
    what: `Export of ${rows} figures over HTTP as ${format}, first bytes after ${milliseconds(first)}; server at most ${memory} MiB`,
    ours: million(rows, seconds),
    ...(format === 'SDMX-CSV' && {
      ...(copied !== undefined && { peer: `${million(rows, copied)} (psql COPY, sorted)` }),
      limit: `${million(rows, limit)} (DuckDB COPY to a file)`,
    }),
    goal: '≥ 0.6 million a second',
    met: rows / seconds >= 0.6e6,
  });
  figures.push({
    what: `The same of all ${mostFigures} figures; server at most ${wholeMemory} MiB`,
    ours: million(mostFigures, whole),
    goal: 'no more memory than 150 MiB above the smaller export',
    met: wholeMemory - memory <= 150,
  });
}
figures.push({
  what: `Import of the ${mostFigures} figures on the way (SDMX-CSV, every rule, accepted), and their release`,
  ours: `${million(mostFigures, imported)}, ${million(mostFigures, released)}`,
});
await rm(folder, { recursive: true, force: true });
recordFigures('Statistics over HTTP', { command: 'npm run bench -- http', runs: rounds, figures });
