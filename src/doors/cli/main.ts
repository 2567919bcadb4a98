import { allCommands } from './commands.ts';
import { processIo } from './process-io.ts';
import { runProgram } from './run-program.ts';

// A reader that stops reading (`mandata … | head`) ends the command quietly, as it does other programs.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runProgram(allCommands, process.argv.slice(2), processIo(), process.env);
// A command is done when it says so: sockets that it leaves open must not hold the terminal.
process.exit();
