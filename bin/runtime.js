// Plain JavaScript on purpose: this file must run on the oldest Node.js that npm itself still supports.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const NEEDED = [24, 7];

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** Path of a Node.js that can run Mandata: this one, or the one pinned as an optional dependency. */
export function findRuntime() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    process.stderr.write(
      `Mandata needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node} and the package ${name} is not installed. ` +
        'Install a newer Node.js, or run npm ci without --omit=optional.\n',
    );
    process.exit(2);
  }
}

/** Runs a TypeScript file with the right runtime, in this process where that is possible. */
export async function runWithRuntime(script, argv) {
  const runtime = findRuntime();
  if (runtime === process.execPath) {
    process.argv = [process.execPath, script, ...argv];
    const { pathToFileURL } = await import('node:url');
    await import(pathToFileURL(script).href);
    return;
  }
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.execve(runtime, [runtime, script, ...argv], process.env);
  }
  // An older Node.js cannot replace itself: hand signals on and take the child's exit code over.
  const { spawn } = await import('node:child_process');
  const child = spawn(runtime, [script, ...argv], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + 15 : (code ?? 1)));
}
