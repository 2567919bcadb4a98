import { join, resolve } from 'node:path';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { build, type Plugin } from 'vite';
import { browserBuild, serverBuild } from '../../../../../vite.config.ts';

const root = resolve(import.meta.dirname, '../../../../..');

// The lists of the house's pages and looks, with this engine's alone: a test of them then needs no other engine.
const pages = `
import { publicPage } from '#kernel/ui/page-entry.ts';
import { islands as design } from '#kernel/ui/islands/index.ts';
import * as statistics from '#engines/statistics/browser.ts';
export const shellPages = {
  'web/not-found': publicPage(() => import('./pages/not-found.tsx')),
  'web/problem': publicPage(() => import('./pages/problem.tsx')),
};
export const pages = { ...shellPages, ...statistics.pages };
export const islands = { ...design, ...statistics.islands };
`;

const own: Plugin = {
  name: 'mandata:statistics-alone',
  enforce: 'pre',
  load(id) {
    if (id.endsWith('/src/doors/web/pages.ts')) return pages;
    return id.endsWith('/src/doors/web/client/engines.css')
      ? `@import '${root}/src/engines/statistics/pages/statistics.css';`
      : undefined;
  },
};

/** Builds the pages of this engine with the shell around them into a fresh folder, and gives its path. */
export async function buildStatisticsPages(): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'mandata-statistics-pages-'));
  for (const config of [browserBuild(root, join(dist, 'client')), serverBuild(root, join(dist, 'server'))]) {
    await build({ ...config, plugins: [own, ...(config.plugins ?? [])] });
  }
  // Only workspace pages need words of their own, and there is none here.
  await writeFile(join(dist, 'server/messages.json'), '{}');
  await writeFile(join(dist, 'server/package.json'), '{"type":"module"}\n');
  return dist;
}
