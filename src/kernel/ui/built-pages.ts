import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { BuiltPages, PageAssets } from './page-context.ts';
import type { PageKind } from './page-entry.ts';

const Chunk = z.object({
  file: z.string(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
});
const Manifest = z.record(z.string(), Chunk);
type Manifest = z.infer<typeof Manifest>;
const Messages = z.record(z.string(), z.array(z.string()));

export const clientEntries = {
  public: 'src/doors/web/client/public.ts',
  workspace: 'src/doors/web/client/workspace.ts',
} as const;

/** The built pages and where their files are, read once at start from `dist/`. */
export interface Built {
  readonly pages: BuiltPages;
  readonly assetsOf: (kind: PageKind) => PageAssets;
  /** The messages that a workspace page's code can show. */
  readonly messagesOf: (page: string) => readonly string[];
}

/** Loads what the builder wrote; refuses with the remedy where there is nothing. */
export async function loadBuiltPages(dist: string): Promise<Built> {
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(dist, 'client/.vite/manifest.json'), 'utf8')));
    const pages = (await import(pathToFileURL(join(dist, 'server/pages.js')).href)) as BuiltPages;
    const assets = { public: assetsOf(manifest, ['public']), workspace: assetsOf(manifest, ['public', 'workspace']) };
    const messages = Messages.parse(JSON.parse(await readFile(join(dist, 'server/messages.json'), 'utf8')));
    return { pages, assetsOf: (kind) => assets[kind], messagesOf: (page) => messages[page] ?? [] };
  } catch (cause) {
    throw new Problem('unavailable', say('The pages are not built in {folder}. Run npm run build.', { folder: dist }), {
      cause,
    });
  }
}

function assetsOf(manifest: Manifest, entries: readonly PageKind[]): PageAssets {
  const seen = new Map<string, z.infer<typeof Chunk>>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.set(key, chunk);
    chunk.imports.forEach(visit);
  };
  const keys = entries.map((entry) => clientEntries[entry]);
  keys.forEach(visit);
  const address = (file: string): string => `/${file}`;
  return {
    scripts: keys.flatMap((key) => manifest[key]?.file ?? []).map(address),
    styles: [...new Set([...seen.values()].flatMap(({ css }) => css))].map(address),
    preloads: [...seen].filter(([key]) => !keys.some((entry) => entry === key)).map(([, { file }]) => address(file)),
  };
}
