import { fileToRead, fileToWrite, type Command } from '#kernel/commands/index.ts';
import { readConfig } from '#kernel/config/index.ts';
import { openLog } from '#kernel/log/index.ts';
import type { House } from '../house/open-house.ts';
import { restoreBackup } from '../keeping/restore-backup.ts';
import { writeBackup } from '../keeping/write-backup.ts';

const json = { type: 'boolean', summary: 'as JSON' } as const;

export const keepingCommands: readonly Command<House>[] = [
  {
    name: 'backup',
    summary: 'Writes the whole house into one file: record, releases, files. It may go on working meanwhile.',
    arguments: ['FILE'],
    options: { json },
    async run(house, input, io) {
      const path = await fileToWrite(io.cwd, input.arguments[0] ?? '');
      await house.sealer.sealNow();
      const { entries, made } = await writeBackup(house, path);
      const bytes = entries.reduce((sum, { size }) => sum + size, 0);
      await io.out(
        input.given('json')
          ? `${JSON.stringify({ path, made, entries: entries.length, bytes })}\n`
          : `${path}: ${entries.length} entries, ${bytes.toLocaleString('en')} bytes.\n`,
      );
      return 0;
    },
  },
  {
    name: 'restore',
    summary: 'Fills an empty data folder from a backup and compares every entry with its hash.',
    arguments: ['FILE'],
    options: { json },
    needs: 'nothing',
    async run(_house, input, io) {
      const log = openLog({ level: 'warn', write: (line) => void io.err(line), clock: () => new Date() });
      const path = await fileToRead(io.cwd, input.arguments[0] ?? '');
      const config = readConfig(process.env);
      const { entries, made } = await restoreBackup(config, path, log);
      await io.out(
        input.given('json')
          ? `${JSON.stringify({ dataFolder: config.dataFolder, made, entries: entries.length })}\n`
          : `Restored ${entries.length} entries of ${made} into ${config.dataFolder}.\n`,
      );
      return 0;
    },
  },
];
