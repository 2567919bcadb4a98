import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aServer, jsonOf, runMandata, type TestServer } from '#kernel/testing/index.ts';
import { anAsker } from './ask.ts';
import { writeFigures } from './made-figures.ts';
import { kinds } from './questions.ts';

export interface Loaded {
  readonly server: TestServer;
  readonly data: string;
  /** Seconds of the import with its checks and acceptance, and of the release. */
  readonly imported: number;
  readonly released: number;
}

/** A real server with ten million made figures: imported, accepted and released as an office does it. */
export async function tenMillion(folder: string): Promise<Loaded> {
  const data = join(folder, 'data');
  const file = join(folder, 'figures.csv');
  const env = { MANDATA_DEMO: '0' };
  await writeFigures(file);
  const server = await aServer({ data, env });
  const flow = 'MANDATA:PRISONS';
  const time = async (...words: string[]): Promise<number> => {
    const start = performance.now();
    const ended = await runMandata(['statistics', ...words, '--json'], { data, env, within: 10 * 60_000 });
    if (ended.code !== 0)
      throw new Error(`mandata statistics ${words.join(' ')}: ${ended.err}${ended.out.slice(0, 500)}`);
    jsonOf(ended);
    return (performance.now() - start) / 1000;
  };
  const imported = await time('import', file, '--flow', flow, '--mapping', 'sdmx-csv', '--accept');
  await rm(file);
  const released = await time('release', flow);
  await settled(server);
  return { server, data, imported, released };
}

/** Waits until the server has arranged what it keeps at hand, five minutes at most: a map is then no longer a scan of everything. */
async function settled({ address }: TestServer): Promise<void> {
  const { ask, close } = anAsker(address);
  const [, map, , all] = kinds;
  const until = performance.now() + 300_000;
  for (let quick = 0, n = 0; quick < 10 && performance.now() < until; n++) {
    const [one, other] = [await ask(map?.at(n).sdmx ?? '/'), await ask(all?.at(n).sdmx ?? '/')];
    quick = one.ms < 30 && other.ms < 30 ? quick + 1 : 0;
    if (quick === 0) await new Promise((resolve) => setTimeout(resolve, 500));
  }
  close();
}
