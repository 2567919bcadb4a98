import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
};

const encodings = [
  ['br', 'br'],
  ['gzip', 'gz'],
] as const;

/** Serves the built files under `/assets/`. Their names carry their hash, so they never change; the builder compressed them. */
export function assetRoutes(dist: string): Hono {
  const folder = join(dist, 'client/assets');
  return new Hono().get('/assets/:name{[\\w.-]+}', async (c) => {
    const name = c.req.param('name');
    const type = types[name.split('.').at(-1) ?? ''];
    if (type === undefined || name.startsWith('.')) return c.notFound();
    const accepted = c.req.header('accept-encoding') ?? '';
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    };
    for (const [encoding, ending] of encodings) {
      if (!accepted.includes(encoding)) continue;
      const packed = await readFile(join(folder, `${name}.${ending}`)).catch(() => undefined);
      if (packed !== undefined) return c.body(packed, 200, { ...headers, 'Content-Encoding': encoding });
    }
    const plain = await readFile(join(folder, name)).catch(() => undefined);
    return plain === undefined ? c.notFound() : c.body(plain, 200, headers);
  });
}
