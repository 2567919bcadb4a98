import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seedRecords } from '#engines/registers/index.ts';
import { importFile, releaseFlow } from '#engines/statistics/index.ts';
import { seedDemonstrationAccounts } from '#kernel/identity/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { demonstration, records } from '#systems/index.ts';
import type { House } from './open-house.ts';

const mark = 'demonstration';
const factsMark = 'facts';

/** Makes the records that come with the systems as facts, once for each set of them: what people changed or withdrew stays so. */
export async function seedFacts(house: House): Promise<void> {
  const facts = [...records()].filter((record) => !record.demonstration);
  const file = join(house.config.dataFolder, factsMark);
  const mark = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  if ((await readFile(file, 'utf8').catch(() => '')) === mark) return;
  await seedRecords(house.registers.context(operator), facts);
  await writeFile(file, mark);
}

/** Loads the demonstration record once in the life of a data folder, unless MANDATA_DEMO=0; later starts leave it as it is. */
export async function seedFirstStart(house: House): Promise<void> {
  if (house.config.demo && !(await isSeeded(house))) await seedDemonstration(house);
}

/** Makes the demonstration accounts and releases the invented data, through the same steps as real data. What is there already stays. */
export async function seedDemonstration(house: House): Promise<void> {
  await seedDemonstrationAccounts(house.identity);
  const folder = await mkdtemp(join(house.config.dataFolder, 'seeding-'));
  try {
    for (const { flow, mapping, name, lines } of demonstration.files) {
      const [agency = '', id = ''] = flow.split(':');
      if ((await house.statistics.store.current({ agency, id }, operator)) !== undefined) continue;
      const path = join(folder, name);
      await pipeline(Readable.from(lines()), createWriteStream(path));
      const context = house.statistics.context(operator);
      await importFile(context, { path, name, flow, mapping, accept: true });
      await releaseFlow(context, { flow, note: 'Invented data for trying the platform out.' });
    }
    await house.statistics.store.refresh();
    const invented = [...records()].filter((record) => record.demonstration);
    await seedRecords(house.registers.context(operator), invented);
    await writeFile(join(house.config.dataFolder, mark), `${house.clock().toISOString()}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isSeeded({ config }: House): Promise<boolean> {
  return readFile(join(config.dataFolder, mark)).then(
    () => true,
    () => false,
  );
}
