import type { Command } from '#kernel/commands/index.ts';
import type { House } from '../house/open-house.ts';
import { accountCommands } from './account-commands.ts';
import { auditCommand } from './audit-command.ts';
import { demonstrationCommands } from './demonstration-commands.ts';
import { jobCommands } from './job-commands.ts';
import { keepingCommands } from './keeping-commands.ts';
import { registersCommands } from './registers-commands.ts';
import { serveCommand } from './serve-command.ts';
import { statisticsCommands } from './statistics-commands.ts';
import { streamCommands } from './stream-commands.ts';
import { systemsCommand } from './systems-command.ts';

/** Every command of the program. */
export const allCommands: readonly Command<House>[] = [
  serveCommand(() => allCommands),
  systemsCommand,
  auditCommand,
  ...accountCommands,
  ...statisticsCommands,
  ...registersCommands,
  ...demonstrationCommands,
  ...keepingCommands,
  ...jobCommands,
  ...streamCommands,
];
