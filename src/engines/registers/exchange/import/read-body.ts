import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/** Bytes of the largest file of records. */
const largest = 20_000_000;

export interface SentFile {
  readonly bytes: Uint8Array;
  readonly name: string | undefined;
  /** Other fields of a form. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The file of a request: its whole body, or the one file of a form. Problems: `too-large`, `invalid`. */
export async function readBody(request: Request): Promise<SentFile> {
  const bytes = await bounded(request.body);
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data/i.test(type)) return filled({ bytes, name: undefined, fields: new Map() });
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  const entries = [...(form?.entries() ?? [])];
  const files = entries.flatMap(([, value]) => (typeof value === 'string' || value.size === 0 ? [] : [value]));
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new Problem('invalid', say('Send one file, and only one, in the form.'));
  const fields = entries.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return filled({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, fields: new Map(fields) });
}

function filled(sent: SentFile): SentFile {
  if (sent.bytes.length > 0) return sent;
  throw new Problem('invalid', say('The request has no file in it, or an empty one.'));
}

async function bounded(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > largest)
      throw new Problem(
        'too-large',
        say('The file is larger than {most, number} MB, which is the most for one import. Divide it.', {
          most: largest / 1_000_000,
        }),
      );
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
