// The whole suite under one runner. Parts that lack a browser or a server skip themselves with a reason;
// with --full a missing part is a failure, because the tests then read MANDATA_TEST_FULL.
import { spawn } from 'node:child_process';
import { globSync, mkdirSync } from 'node:fs';

const argv = process.argv.slice(2);
const full = argv.includes('--full');
const browserOnly = argv.includes('--browser');
const wanted = argv.filter((word) => !word.startsWith('--'));

const all = globSync('src/**/*.test.{ts,tsx}').sort();
const isBrowser = (file: string): boolean => file.endsWith('.browser.test.ts');
const files = all
  .filter((file) => (browserOnly ? isBrowser(file) : full || !isBrowser(file)))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
if (files.length === 0) {
  process.stderr.write(`No test file matches ${wanted.join(' ') || 'src/**/*.test.ts'}.\n`);
  process.exit(2);
}
// Only a run of everything may say which systems work.
const whole = wanted.length === 0 && !browserOnly;
if (whole) mkdirSync('reports', { recursive: true });
const report = [
  '--test-reporter=./scripts/acceptance-reporter.ts',
  '--test-reporter-destination=reports/acceptance.json',
];
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', ...(whole ? report : [])];
const child = spawn(process.execPath, ['--test', '--test-timeout=300000', ...reporters, ...files], {
  stdio: 'inherit',
  env: { ...process.env, ...(full && { MANDATA_TEST_FULL: '1' }) },
});
child.on('exit', (code) => process.exit(code ?? 1));
