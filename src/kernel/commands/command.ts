import { parseArgs } from 'node:util';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/** 0 done, 1 the input has errors (listed on standard output), 2 wrong use (message on standard error). */
export type ExitCode = 0 | 1 | 2;

/** Where a command reads and writes; the same whether it runs here or inside the server that owns the data folder. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Resolves when the chunk is taken, so that a long answer never piles up in memory. */
  out(chunk: string | Uint8Array): Promise<void>;
  err(chunk: string): Promise<void>;
  readonly cwd: string;
  /** Standard error is a terminal: progress may be shown there. */
  readonly terminal: boolean;
  readonly signal: AbortSignal;
}

interface OptionDefinition {
  readonly type: 'string' | 'boolean';
  /** Shown in the help, e.g. FLOW. */
  readonly value?: string;
  readonly short?: string;
  readonly multiple?: boolean;
  readonly summary: string;
}

export interface Input {
  readonly arguments: readonly string[];
  /** Text of an option, or undefined when it was not given. */
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  given(option: string): boolean;
}

/** One subcommand of `mandata`. `House` is what it works on; `needs: 'nothing'` runs without opening a data folder. */
export interface Command<House> {
  /** One or two words: `statistics import`. */
  readonly name: string;
  readonly summary: string;
  /** `FILE`, `[FILE]` (may be left out) or `FILE…` (one or more). */
  readonly arguments?: readonly string[];
  readonly options?: Readonly<Record<string, OptionDefinition>>;
  readonly needs?: 'house' | 'nothing';
  run(house: House, input: Input, io: Io): Promise<ExitCode>;
}

/** Finds the command that the words name and parses the rest; wrong use is a Problem that says what is expected. */
export function readCommand<C extends Command<never>>(
  commands: readonly C[],
  words: readonly string[],
): { command: C; input: Input } {
  const command = commands
    .filter((candidate) => candidate.name.split(' ').every((word, index) => words[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (command === undefined) {
    throw new Problem(
      'wrong-use',
      say('There is no command “{words}”. “mandata --help” lists them all.', { words: words.slice(0, 2).join(' ') }),
    );
  }
  return { command, input: readInput(command, words.slice(command.name.split(' ').length)) };
}

function readInput(command: Command<never>, words: readonly string[]): Input {
  const definitions = command.options ?? {};
  const parsed = parse(command, words);
  const places = command.arguments ?? [];
  const least = places.filter((place) => !place.startsWith('[')).length;
  const many = places.some((place) => place.includes('…'));
  if (parsed.positionals.length < least || (!many && parsed.positionals.length > places.length)) {
    throw new Problem('wrong-use', say('Use: {usage}', { usage: usageOf(command) }));
  }
  const values = parsed.values;
  const texts = (option: string): string[] => {
    if (!(option in definitions)) throw new Error(`the command ${command.name} has no option ${option}`);
    return [values[option] ?? []].flat().filter((value) => typeof value === 'string');
  };
  return {
    arguments: parsed.positionals,
    texts,
    text: (option) => texts(option).at(-1),
    given: (option) => values[option] !== undefined && values[option] !== false,
  };
}

function parse(command: Command<never>, words: readonly string[]) {
  try {
    const options = Object.fromEntries(
      Object.entries(command.options ?? {}).map(([name, { type, short, multiple }]) => [
        name,
        { type, ...(short !== undefined && { short }), ...(multiple !== undefined && { multiple }) },
      ]),
    );
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause);
    throw new Problem('wrong-use', say('{reason}. Use: {usage}', { reason, usage: usageOf(command) }), { cause });
  }
}

export function usageOf(command: Command<never>): string {
  const options = Object.entries(command.options ?? {}).map(([name, { type, value }]) =>
    type === 'boolean' ? `[--${name}]` : `[--${name} ${value ?? 'TEXT'}]`,
  );
  return ['mandata', command.name, ...(command.arguments ?? []), ...options].join(' ');
}
