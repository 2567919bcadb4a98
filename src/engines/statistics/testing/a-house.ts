import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditMigrations } from '#kernel/audit/index.ts';
import type { Migration, OpenDatabase } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { operator, type Actor } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../context.ts';
import type { FlowDefinition } from '../definition.ts';
import { statisticsMigrations } from '../migrations.ts';
import { filesIn } from './files-in.ts';

/** A data folder with its record in memory, for tests of what a person does with figures. */
export interface House extends AsyncDisposable {
  readonly database: OpenDatabase;
  readonly dataFolder: string;
  /** The time it is; tests move it. */
  now: Date;
  context(actor?: Actor): StatisticsContext;
  /** Writes a file into the house's own scratch folder and says where. */
  file(name: string, content: string): Promise<string>;
}

export async function aHouse(flows: readonly FlowDefinition[], more: readonly Migration[] = []): Promise<House> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mandata-statistics-'));
  const database = await aDatabase([...auditMigrations, ...statisticsMigrations, ...more]);
  const house: House = {
    database,
    dataFolder,
    now: new Date('2026-03-01T12:00:00Z'),
    context: (actor = operator) => ({
      database,
      dataFolder,
      files: filesIn(join(dataFolder, 'files')),
      clock: () => house.now,
      actor,
      flows,
    }),
    async file(name, content) {
      const path = join(dataFolder, name);
      await writeFile(path, content);
      return path;
    },
    async [Symbol.asyncDispose]() {
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
  return house;
}
