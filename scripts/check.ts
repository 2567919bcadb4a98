// Types, lint, format, boundaries (with a planted violation that must be found) and dead code, side by side.
import { spawn } from 'node:child_process';
import { checkPlantedViolation } from './planted-violation.ts';

interface Check {
  readonly name: string;
  run(): Promise<{ ok: boolean; output: string }>;
}

function tool(name: string, script: string, ...argv: string[]): Check {
  return {
    name,
    run: () =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [`node_modules/${script}`, ...argv], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let output = '';
        child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
        child.on('exit', (code) => resolve({ ok: code === 0, output }));
      }),
  };
}

const checks: Check[] = [
  tool('types', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
  tool('lint', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'src', 'scripts', 'bench'),
  tool('format', 'oxfmt/bin/oxfmt', '--check', 'src', 'scripts', 'bench', 'bin'),
  tool(
    'boundaries',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'scripts',
    'bench',
  ),
  { name: 'planted violation', run: checkPlantedViolation },
  tool('dead code', 'knip/bin/knip.js', '--no-progress'),
];

const wanted = process.argv.slice(2);
let failed = 0;
const started = performance.now();
const queue = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await Promise.all(
  [0, 1].map(async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      const start = performance.now();
      const { ok, output } = await check.run();
      if (!ok) failed += 1;
      process.stdout.write(
        `${ok ? 'ok  ' : 'FAIL'} ${check.name} (${((performance.now() - start) / 1000).toFixed(1)} s)\n${ok ? '' : `${output}\n`}`,
      );
    }
  }),
);
process.stdout.write(
  `${failed === 0 ? 'All checks passed' : `${failed} failed`} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
);
process.exit(failed === 0 ? 0 : 1);
