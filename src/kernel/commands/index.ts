export { callServer } from './call-server.ts';
export { readCommand, usageOf, type Command, type ExitCode, type Input, type Io } from './command.ts';
export { fileToRead, fileToWrite } from './file-arguments.ts';
export { helpOf, helpOfAll } from './help.ts';
export { serveCommands } from './serve-commands.ts';
