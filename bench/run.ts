// Runs the benchmarks one after another: `npm run bench` for all, `npm run bench -- spreadsheet` for those whose name matches.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const wanted = process.argv.slice(2);
/** What is in folders helps; these are no benchmarks either. */
const helpers = new Set(['bench/run.ts', 'bench/figures.ts', 'bench/conformance-server.ts']);
const files = globSync('bench/*.ts').filter(
  (file) => !helpers.has(file) && (wanted.length === 0 || wanted.some((word) => file.includes(word))),
);
let failed = 0;
for (const file of files.sort()) {
  process.stdout.write(`\n== ${file}\n`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit', timeout: 15 * 60_000 });
  if (status !== 0) failed += 1;
  process.stdout.write(
    `== ${file}: ${status === 0 ? 'done' : 'FAILED'} after ${((performance.now() - start) / 1000).toFixed(0)} s\n`,
  );
}
if (files.length === 0) process.stdout.write(`No benchmark has ${wanted.join(' or ')} in its name.\n`);
process.exit(failed === 0 && files.length > 0 ? 0 : 1);
