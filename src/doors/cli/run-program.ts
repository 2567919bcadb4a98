import {
  callServer,
  helpOf,
  helpOfAll,
  readCommand,
  type Command,
  type ExitCode,
  type Input,
  type Io,
} from '#kernel/commands/index.ts';
import { readConfig } from '#kernel/config/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { openHouse, type House } from '../house/open-house.ts';
import { version } from '../house/version.ts';

type Commands = readonly Command<House>[];

/** Runs one command line: here when it needs no data, else in the server that owns the data folder, else on the folder itself. */
export async function runProgram(
  commands: Commands,
  argv: readonly string[],
  io: Io,
  env: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  try {
    const found = await interpret(commands, argv, io);
    if (typeof found === 'number') return found;
    const { command, input } = found;
    if (command.needs === 'nothing') return await command.run(undefined as never, input, io);
    const config = readConfig(env);
    const answered = await callServer(config.dataFolder, argv, io);
    if (answered !== 'no-server') return answered;
    const house = await openHouse(config, { for: 'command' });
    try {
      return await command.run(house, input, io);
    } finally {
      await house.close();
    }
  } catch (error) {
    return await refuse(error, io);
  }
}

/** Runs a command line that another process handed to this server. */
export async function runInServer(
  commands: Commands,
  house: House,
  argv: readonly string[],
  io: Io,
): Promise<ExitCode> {
  try {
    const found = await interpret(commands, argv, io);
    return typeof found === 'number' ? found : await found.command.run(house, found.input, io);
  } catch (error) {
    if (!(error instanceof Problem)) house.log.error('a command failed', { command: argv[0], error });
    return await refuse(error, io);
  }
}

async function interpret(
  commands: Commands,
  argv: readonly string[],
  io: Io,
): Promise<{ command: Command<House>; input: Input } | ExitCode> {
  const words = argv.filter((word) => word !== '--help' && word !== '-h');
  const asksHelp = words.length < argv.length || words[0] === 'help';
  if (words.length === 0 || words[0] === 'help') {
    await io.out(helpOfAll(commands));
    return asksHelp ? 0 : 2;
  }
  if (words[0] === '--version') {
    await io.out(`${version}\n`);
    return 0;
  }
  if (!asksHelp) return readCommand(commands, words);
  const matching = commands.filter(({ name }) => name === words.join(' ') || name.startsWith(`${words.join(' ')} `));
  await io.out(
    matching.length === 1 && matching[0] !== undefined
      ? helpOf(matching[0])
      : helpOfAll(matching.length > 0 ? matching : commands),
  );
  return 0;
}

/** A Problem is a sentence for the person; anything else is a fault of ours and says so. */
async function refuse(error: unknown, io: Io): Promise<ExitCode> {
  if (error instanceof Problem) {
    await io.err(`${error.message}\n`);
    return error.kind === 'wrong-use' ? 2 : 1;
  }
  await io.err(
    `Mandata failed unexpectedly: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}
