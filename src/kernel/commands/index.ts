export { readCommand, usageOf, type Command, type ExitCode, type Input, type Io } from './command.ts';
export { helpOf, helpOfAll } from './help.ts';
