import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a whole test run leaves its report; it is shipped with a build. */
export const reportPath = join(root, 'reports', 'acceptance.json');

export const acceptanceReportSchema = z.object({
  commit: z.string(),
  date: z.iso.datetime(),
  /** SHA-256 over the sources that were tested: a report of other sources says nothing about these. */
  sources: z.string(),
  systems: z.record(z.string(), z.object({ passed: z.int(), failed: z.int(), skipped: z.int() })),
});
export type AcceptanceReport = z.infer<typeof acceptanceReportSchema>;

/** SHA-256 over path and content of every source file. */
export function hashSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync('src/**/*.{ts,tsx,css,json,sql,tsv}', { cwd: root }).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The report of a test run over exactly these sources, or undefined. */
export function findAcceptanceReport(path = reportPath, sources = hashSources()): AcceptanceReport | undefined {
  try {
    const report = acceptanceReportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return report.sources === sources ? report : undefined;
  } catch {
    return undefined;
  }
}
