// Figures are written by the benchmarks that measured them: docs/figures.json holds them, docs/figures.md shows them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import * as z from 'zod';

const figureSchema = z.object({
  what: z.string(),
  /** Median of the runs, as shown: "1.9 ms". */
  ours: z.string(),
  /** Another program doing the same, in the same run. */
  peer: z.string().optional(),
  /** What the machine could do at best: the bare library, the bare loop. */
  limit: z.string().optional(),
  goal: z.string().optional(),
  /** Whether the goal is met; absent without a goal. */
  met: z.boolean().optional(),
});
export type Figure = z.infer<typeof figureSchema>;

const sectionSchema = z.object({
  command: z.string(),
  machine: z.string(),
  date: z.string(),
  commit: z.string(),
  runs: z.int(),
  figures: z.array(figureSchema),
});
const allSchema = z.record(z.string(), sectionSchema);

const jsonPath = new URL('../docs/figures.json', import.meta.url);
const pagePath = new URL('../docs/figures.md', import.meta.url);

/** Replaces one section of the figures by what has just been measured, and prints it. */
export function recordFigures(
  title: string,
  measured: { command: string; runs: number; figures: readonly Figure[] },
): void {
  const all = existsSync(jsonPath) ? allSchema.parse(JSON.parse(readFileSync(jsonPath, 'utf8'))) : {};
  all[title] = {
    command: measured.command,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    runs: measured.runs,
    figures: [...measured.figures],
  };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(jsonPath, `${JSON.stringify(sorted, null, 2)}\n`);
  writeFileSync(pagePath, renderPage(sorted));
  for (const figure of measured.figures)
    process.stdout.write(
      `${title}: ${figure.what}: ${figure.ours}${figure.peer === undefined ? '' : ` (peer ${figure.peer})`}${figure.limit === undefined ? '' : ` (limit ${figure.limit})`}\n`,
    );
}

function renderPage(all: z.infer<typeof allSchema>): string {
  const sections = Object.entries(all).map(([title, { command, machine, date, commit, runs, figures }]) => {
    const rows = figures.map(
      ({ what, ours, peer, limit, goal, met }) =>
        `| ${what} | ${ours} | ${peer ?? ''} | ${limit ?? ''} | ${goal ?? ''} | ${met === undefined ? '' : met ? 'yes' : '**no**'} |`,
    );
    return `## ${title}\n\`${command}\`, medians of ${runs} runs, ${date}, commit ${commit}, ${machine}.\n\n| what | Mandata | peer | limit | goal | met |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Figures\n\nWritten by the scripts in \`bench/\`, each with its command; never by hand. The peer does the same work in the same run; the limit is what the machine could do at best.\n\n${sections.join('\n')}`;
}

/** Median of a few numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** The value below which the given share (0 to 1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
