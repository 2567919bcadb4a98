import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import type { IndexList } from '../segment/index-list.ts';
import type { Segment } from '../segment/segment.ts';
import { strikeOut } from '../segment/strike-out.ts';
import { mostInMemory, readSegment, writeSegment } from './segment-file.ts';

/** Of the files and of what the words become: another one has everything read again. */
const format = 1;

const keptSchema = z.object({
  format: z.literal(format),
  epoch: z.string(),
  position: z.int(),
  change: z.string().optional(),
  versions: z.record(z.string(), z.string()),
  segments: z.array(z.object({ file: z.string().regex(/^[\w-]+\.segment$/), struckOut: z.array(z.int()) })),
});
/** How far a kept index had read, and of what. */
export type Kept = Pick<z.infer<typeof keptSchema>, 'epoch' | 'position' | 'change' | 'versions'>;

/** The index as files in a folder of its own. */
export interface Snapshots {
  /** What was kept last; undefined when there is nothing, or anything of it is damaged or of another form. */
  load(): Promise<{ kept: Kept; segments: readonly Segment[] } | undefined>;
  /** Writes new segments and what has been struck out; takes effect at one stroke. */
  save(kept: Kept, list: IndexList): Promise<void>;
  close(): void;
}

export function snapshotsIn(folder: string): Snapshots {
  const files = new WeakMap<Segment, string>();
  const closing = new Map<string, () => void>();
  const manifest = join(folder, 'index.json');

  const read = (file: string): Segment => {
    const { segment, close } = readSegment(join(folder, file));
    closing.set(file, close);
    files.set(segment, file);
    return segment;
  };
  return {
    async load() {
      try {
        const [checksum, ...rest] = (await readFile(manifest, 'utf8')).split('\n');
        const text = rest.join('\n');
        if (checksum !== String(crc32(text))) return undefined;
        const { segments, ...kept } = keptSchema.parse(JSON.parse(text));
        const loaded = segments.map(({ file, struckOut }) => {
          const segment = read(file);
          // What was struck out before the file was written is so in the file.
          for (const document of struckOut) if (isLive(segment, document)) strikeOut(segment, document);
          return segment;
        });
        return { kept, segments: loaded };
      } catch {
        for (const close of closing.values()) close();
        closing.clear();
        return undefined;
      }
    },
    async save(kept, list) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const segment of list.segments) {
        if (files.has(segment)) continue;
        const file = `${randomUUID()}.segment`;
        await writeSegment(join(folder, file), segment);
        files.set(segment, file);
        // Great texts are from now on read from the file.
        if (segment.stored.starts[segment.count]! > mostInMemory) list.exchange(segment, read(file));
      }
      const segments = list.segments.flatMap((segment) => {
        const file = files.get(segment);
        return file === undefined ? [] : [{ file, struckOut: struckOutOf(segment) }];
      });
      const text = JSON.stringify({ format, ...kept, segments });
      const beside = `${manifest}.part`;
      const handle = await open(beside, 'w', 0o600);
      await handle.writeFile(`${crc32(text)}\n${text}`);
      await handle.sync();
      await handle.close();
      await rename(beside, manifest);
      const used = new Set(segments.map(({ file }) => file));
      for (const name of await readdir(folder))
        if (name.endsWith('.segment') && !used.has(name)) {
          closing.get(name)?.();
          closing.delete(name);
          await rm(join(folder, name), { force: true });
        }
    },
    close() {
      for (const close of closing.values()) close();
      closing.clear();
    },
  };
}

function struckOutOf({ live, count }: Segment): number[] {
  const found: number[] = [];
  for (let document = 0; document < count; document += 1) if (!isLive({ live }, document)) found.push(document);
  return found;
}

const isLive = ({ live }: Pick<Segment, 'live'>, document: number): boolean =>
  ((live[document >>> 5]! >>> (document & 31)) & 1) === 1;
