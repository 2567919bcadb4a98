// A boundary checker that sees nothing also reports no violation. So three are planted, and each must be found.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const planted = [
  {
    rule: 'no-way-up-from-kernel',
    file: 'src/kernel/planted/up.ts',
    code: "import { door } from '#doors/planted/index.ts';\nexport const up = door;\n",
  },
  {
    rule: 'engine-statistics-by-its-front-door',
    file: 'src/systems/planted/deep.ts',
    code: "import { deep } from '#engines/statistics/store/deep.ts';\nexport const used = deep;\n",
  },
  {
    rule: 'only-the-doors-of-danger-parse',
    file: 'src/engines/statistics/parse.ts',
    code: "import { SaxesParser } from 'saxes';\nexport const parser = SaxesParser;\n",
  },
];
const innocent = {
  'src/doors/planted/index.ts': 'export const door = 1;\n',
  'src/engines/statistics/store/deep.ts': 'export const deep = 1;\n',
};

/** Cruises a small house with planted violations under the real rules. */
export async function checkPlantedViolation(): Promise<{ ok: boolean; output: string }> {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const [file, code] of [
      ...planted.map(({ file, code }) => [file, code] as const),
      ...Object.entries(innocent),
    ]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), code);
    }
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
      writeFileSync(join(root, file), readFileSync(file));
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    const script = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const run = spawnSync(process.execPath, [script, '--config', '.dependency-cruiser.cjs', 'src'], {
      cwd: root,
      encoding: 'utf8',
    });
    const missed = planted.filter(({ rule }) => !run.stdout.includes(rule)).map(({ rule }) => rule);
    return {
      ok: run.status !== 0 && missed.length === 0,
      output: `Not found: ${missed.join(', ') || 'nothing'}\n${run.stdout}${run.stderr}`,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
