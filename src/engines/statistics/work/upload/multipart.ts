import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/** Takes what the parser finds, in the order of the body. */
export interface PartSink {
  field(name: string, value: string): void;
  /** Bytes of one file; `undefined` ends it. */
  file(name: string, fileName: string): (chunk: Buffer | undefined) => Promise<void>;
}

const mostHeader = 16_384;
const mostFieldBytes = 65_536;
const mostParts = 50;

const malformed = (why: string): Problem =>
  new Problem('invalid', say('The form did not arrive whole. Send it again.'), { details: { why } });

/**
 * Reads a body of multipart/form-data (RFC 7578) as it arrives, holding no more than one chunk of it. Malformed bodies,
 * too many parts and overlong fields are `invalid` or `too-large`.
 */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  sink: PartSink,
): Promise<void> {
  const boundary = boundaryOf(contentType);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // As if a line ended before the body, so that the first delimiter looks like the others.
  let rest: Buffer = Buffer.from('\r\n');
  let state = 'before' as 'before' | 'delimiter' | 'headers' | 'content' | 'done';
  let write: (chunk: Buffer | undefined) => Promise<void> = async () => undefined;
  let parts = 0;

  /** Consumes what can be consumed of `rest`; false when more is needed. */
  const step = async (): Promise<boolean> => {
    if (state === 'done') {
      rest = Buffer.alloc(0);
      return false;
    }
    if (state === 'delimiter') {
      if (rest.length < 2) return false;
      const next = rest.toString('latin1', 0, 2);
      rest = rest.subarray(2);
      if (next !== '--' && next !== '\r\n') throw malformed('a delimiter is not followed by a line');
      state = next === '--' ? 'done' : 'headers';
      return true;
    }
    if (state === 'headers') {
      const end = rest.indexOf('\r\n\r\n');
      if (end === -1 && rest.length <= mostHeader) return false;
      if (end === -1 || end > mostHeader) throw malformed('the header of a part is too long');
      if ((parts += 1) > mostParts) throw malformed('there are too many parts');
      write = openPart(rest.toString('utf8', 0, end), sink);
      rest = rest.subarray(end + 4);
      state = 'content';
      return true;
    }
    const at = rest.indexOf(delimiter);
    const safe = at === -1 ? Math.max(0, rest.length - delimiter.length + 1) : at;
    if (safe > 0) await write(rest.subarray(0, safe));
    rest = rest.subarray(at === -1 ? safe : at + delimiter.length);
    if (at === -1) return false;
    if (state === 'content') await write(undefined);
    state = 'delimiter';
    return true;
  };

  for await (const chunk of body) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    while (await step());
  }
  if (state !== 'done') throw malformed('the body ends before its last delimiter');
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) {
    throw new Problem('unsupported-media-type', say('This form is sent as multipart/form-data.'));
  }
  return boundary;
}

function openPart(header: string, sink: PartSink): (chunk: Buffer | undefined) => Promise<void> {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(header)?.[1];
  const name = disposition === undefined ? undefined : parameter(disposition, 'name');
  if (disposition === undefined || name === undefined) throw malformed('a part has no name');
  const fileName = parameter(disposition, 'filename');
  if (fileName !== undefined) return sink.file(name, fileName);
  const chunks: Buffer[] = [];
  let size = 0;
  return async (chunk) => {
    if (chunk === undefined) return sink.field(name, Buffer.concat(chunks).toString('utf8'));
    size += chunk.length;
    if (size > mostFieldBytes) throw new Problem('too-large', say('The field “{name}” is too long.', { name }));
    chunks.push(Buffer.from(chunk));
  };
}

/** Browsers write `"` in a name as %22, line ends as %0D and %0A. */
function parameter(disposition: string, name: string): string | undefined {
  const written = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
  return written?.replaceAll(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
