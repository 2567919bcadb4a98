import { usageOf, type Command } from './command.ts';

/** Help of one command: usage, summary, each option. */
export function helpOf(command: Command<never>): string {
  const options = Object.entries(command.options ?? {}).map(([name, option]) => {
    const flag = `--${name}${option.type === 'string' ? ` ${option.value ?? 'TEXT'}` : ''}`;
    return `  ${flag.padEnd(28)} ${option.summary}`;
  });
  return [
    `${usageOf(command)}\n\n${command.summary}`,
    ...(options.length > 0 ? [`\nOptions:\n${options.join('\n')}`] : []),
    '',
  ].join('\n');
}

/** Help of the whole program: every command with its summary. */
export function helpOfAll(commands: readonly Command<never>[]): string {
  const lines = [...commands]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((command) => `  ${[command.name, ...(command.arguments ?? [])].join(' ').padEnd(38)} ${command.summary}`);
  return `mandata <command> [options]\n\n${lines.join('\n')}\n\n“mandata <command> --help” shows its options. Exit codes: 0 done, 1 the input has errors, 2 wrong use.\n`;
}
