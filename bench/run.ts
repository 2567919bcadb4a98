// Runs the benchmarks one after another: `npm run bench` for all, `npm run bench -- spreadsheet` for those whose name matches.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const wanted = process.argv.slice(2);
const helpers = new Set(['bench/run.ts', 'bench/figures.ts']);
const files = globSync('bench/*.ts').filter(
  (file) =>
    !helpers.has(file) &&
    !file.includes('conformance') &&
    (wanted.length === 0 || wanted.some((word) => file.includes(word))),
);
let failed = 0;
for (const file of files.sort()) {
  process.stdout.write(`\n== ${file}\n`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit', timeout: 30 * 60_000 });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
