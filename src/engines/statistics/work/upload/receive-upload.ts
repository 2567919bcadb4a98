import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { foldersOf } from '../../store/cube/folders.ts';
import { asDiskProblem } from '../../store/cube/workshop.ts';
import { readMultipart } from './multipart.ts';
import { tidyFileName } from './tidy-file-name.ts';

/** Bytes of the largest file that is taken through the web; the command line takes any. */
export const largestUpload = 200_000_000;
/** Room for the form's other fields. */
const aroundFile = 1_000_000;

export interface ReceivedFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Received {
  readonly fields: ReadonlyMap<string, string>;
  /** Absent when the form was sent without one. */
  readonly file: ReceivedFile | undefined;
  /** Removes the file; whoever received it calls this, whatever happens. */
  readonly dispose: () => Promise<void>;
}

/**
 * Writes the file of a request (one part of a form, or the whole body) into the data folder as it arrives, never into memory.
 * Problems: `too-large`, `invalid` (cut off, several files), `unavailable` (disk). Nothing stays behind when it throws.
 */
export async function receiveUpload(
  request: Request,
  { dataFolder, limit = largestUpload, name }: { dataFolder: string; limit?: number; name?: string },
): Promise<Received> {
  const body = request.body;
  if (body === null) throw new Problem('invalid', say('The request has no content. Send the file.'));
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > limit + aroundFile) {
    await drain(body, limit);
    throw tooLarge(limit);
  }
  const folder = join(foldersOf(dataFolder).work, `upload-${randomUUID()}`);
  const fields = new Map<string, string>();
  let file: ReceivedFile | undefined;
  let writing: Writing | undefined;
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const begin = (fileName: string): Writing => {
    if (writing !== undefined) throw new Problem('invalid', say('Several files came at once. Send one at a time.'));
    return (writing = openWriting(join(folder, 'file'), tidyFileName(fileName), limit));
  };
  try {
    await mkdir(folder, { recursive: true });
    const contentType = request.headers.get('content-type') ?? '';
    if (/^multipart\/form-data/i.test(contentType)) {
      await readMultipart(body.values({ preventCancel: true }), contentType, {
        field: (name, value) => void (fields.size < 50 && fields.set(name, value)),
        file: (_, fileName) => {
          // A form sent without a file has an empty part with an empty name.
          const writer = fileName === '' ? undefined : begin(fileName);
          return async (chunk) => {
            if (writer === undefined) return;
            if (chunk === undefined) file = await writer.finish();
            else await writer.write(chunk);
          };
        },
      });
    } else {
      const writer = begin(name ?? 'upload');
      for await (const chunk of body.values({ preventCancel: true }))
        await writer.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      file = await writer.finish();
    }
    return { fields, file, dispose };
  } catch (error) {
    await writing?.close();
    await dispose();
    if (error instanceof Problem && error.kind === 'too-large') await drain(body, limit);
    throw asDiskProblem(error);
  }
}

interface Writing {
  write(chunk: Buffer): Promise<void>;
  finish(): Promise<ReceivedFile>;
  close(): Promise<void>;
}

function openWriting(path: string, name: string, limit: number): Writing {
  const hash = createHash('sha256');
  let handle: FileHandle | undefined;
  let size = 0;
  const close = async (): Promise<void> => {
    await handle?.close();
    handle = undefined;
  };
  return {
    async write(chunk) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      handle ??= await open(path, 'wx');
      hash.update(chunk);
      await handle.writeFile(chunk);
    },
    async finish() {
      handle ??= await open(path, 'wx');
      await close();
      return { path, name, size, sha256: hash.digest('hex') };
    },
    close,
  };
}

function tooLarge(limit: number): Problem {
  return new Problem(
    'too-large',
    say(
      'The file is larger than the {megabytes} MB that are taken here. Split it by year, or import it on the server with “mandata statistics import”.',
      { megabytes: Math.floor(limit / 1_000_000) },
    ),
    { details: { field: 'file', limit } },
  );
}

/** A browser shows an answer only when it could send everything: the rest is read and thrown away, up to as much again. */
async function drain(body: ReadableStream<Uint8Array>, most: number): Promise<void> {
  if (body.locked) return;
  const reader = body.getReader();
  let left = most;
  const until = Date.now() + 60_000;
  try {
    while (left > 0 && Date.now() < until) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
    }
  } catch {
    // The sender went away; there is nobody left to answer.
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
