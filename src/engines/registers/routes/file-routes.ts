import { Hono } from 'hono';
import { notFound } from '#kernel/policy/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { Readable } from 'node:stream';
import { getRecord } from '../records/get-record.ts';
import type { FileValue } from '../fields/values.ts';
import type { RegisterPageDeps } from './deps.ts';
import { contextOf } from './request.ts';

/** Files of a record, for those who see the field that names them: by what the record holds, never by the store alone. */
export function fileRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/registers/:register/:id/files/:sha256', async (c) => {
    const { record } = await getRecord(contextOf(c, deps), c.req.param('register'), c.req.param('id'));
    const named = findFile(record.data, c.req.param('sha256'));
    if (named === undefined) throw notFound();
    const file = await deps.files.open(named.sha256);
    return c.body(Readable.toWeb(Readable.from(file.content())) as ReadableStream, 200, {
      'Content-Type': named.type,
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(named.name)}`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
}

/** The file of this content anywhere in the record, groups and lists included. */
function findFile(value: unknown, sha256: string): FileValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('sha256' in value && value.sha256 === sha256 && 'name' in value && 'type' in value) return value as FileValue;
  for (const each of Object.values(value)) {
    const found = findFile(each, sha256);
    if (found !== undefined) return found;
  }
  return undefined;
}
