// A node:test reporter beside the usual one: what the acceptance tests of each system came to, for `mandata systems`.
import { execFileSync } from 'node:child_process';
import type { TestEvent } from 'node:test/reporters';
import { hashSources, type AcceptanceReport } from '#systems/acceptance-report.ts';

export default async function* acceptance(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const systems: Record<string, { passed: number; failed: number; skipped: number }> = {};
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const id = /src[/\\]systems[/\\]([\w-]+)[/\\][^/\\]*acceptance\.test\.ts$/.exec(event.data.file ?? '')?.[1];
    if (id === undefined || event.data.nesting > 0) continue;
    const counts = (systems[id] ??= { passed: 0, failed: 0, skipped: 0 });
    if (event.type === 'test:fail') counts.failed += 1;
    else if (event.data.skip !== undefined) counts.skipped += 1;
    else counts.passed += 1;
  }
  const report: AcceptanceReport = {
    commit: commit(),
    date: new Date().toISOString(),
    sources: hashSources(),
    systems,
  };
  yield `${JSON.stringify(report, null, 2)}\n`;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}
