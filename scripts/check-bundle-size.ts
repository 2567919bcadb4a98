// Keeps what browsers load at first within its budget, compressed as it is sent (gzip).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { clientEntries } from '../src/kernel/ui/built-pages.ts';
import { buildIfNeeded } from './build.ts';

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
type Manifest = Readonly<Record<string, z.infer<typeof Chunk>>>;

/** Bytes of script, gzip: a public page with every island there is; a workspace page with its own code. */
const budgets = { public: 90_000, workspace: 260_000 } as const;

export interface Measured {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

/** What each kind of page loads at first, and the heaviest workspace page of all. */
export async function measureBundles(): Promise<Measured[]> {
  const { dist } = await buildIfNeeded();
  const folder = join(dist, 'client');
  const manifest = z
    .record(z.string(), Chunk)
    .parse(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')));
  const { kinds } = (await import(join(dist, 'server/pages.js'))) as { kinds: Record<string, string> };
  const sizes = new Map<string, number>();
  const sizeOf = (key: string): number => {
    const known =
      sizes.get(key) ?? gzipSync(readFileSync(join(folder, manifest[key]?.file ?? '')), { level: 9 }).length;
    sizes.set(key, known);
    return known;
  };
  const total = (keys: ReadonlySet<string>): number => [...keys].reduce((sum, key) => sum + sizeOf(key), 0);
  const reached = (...entries: string[]): Set<string> => closure(manifest, entries);

  const dynamic = manifest[clientEntries.public]?.dynamicImports ?? [];
  const shared = [...reached(clientEntries.public)].flatMap((key) => manifest[key]?.dynamicImports ?? []);
  const islands = [...new Set([...dynamic, ...shared])].filter((key) => key.includes('/islands/'));
  const pages = [...new Set(shared)].filter((key) => key.endsWith('.tsx'));
  const workspaces = Object.values(kinds).includes('workspace')
    ? pages.map((key) => ({ key, bytes: total(reached(clientEntries.public, clientEntries.workspace, key)) }))
    : [];
  const worst = workspaces.toSorted((a, b) => b.bytes - a.bytes)[0];
  return [
    {
      name: 'public page with every island',
      bytes: total(reached(clientEntries.public, ...islands)),
      budget: budgets.public,
    },
    { name: `heaviest workspace page (${worst?.key ?? 'none'})`, bytes: worst?.bytes ?? 0, budget: budgets.workspace },
  ];
}

function closure(manifest: Manifest, entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key) || manifest[key] === undefined) return;
    seen.add(key);
    manifest[key].imports.forEach(visit);
  };
  entries.forEach(visit);
  return seen;
}

if (import.meta.main) {
  const measured = await measureBundles();
  for (const { name, bytes, budget } of measured) {
    process.stdout.write(
      `${bytes <= budget ? 'ok  ' : 'OVER'} ${(bytes / 1000).toFixed(1)} kB of ${budget / 1000} kB: ${name}\n`,
    );
  }
  process.exitCode = measured.every(({ bytes, budget }) => bytes <= budget) ? 0 : 1;
}
