import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/** Bytes of a document to text: by byte order mark, else by its declaration, else UTF-8. A byte that does not fit is refused. */
export async function* decodeXml(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name = 'document',
): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | undefined;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder!.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new Problem(
        'invalid',
        say('{document} holds bytes that are not {encoding}, the encoding it is written in. Save it again as UTF-8.', {
          document: name,
          encoding: decoder!.encoding.toUpperCase(),
        }),
        { cause },
      );
    }
  };
  for await (const bytes of source) {
    if (bytes.length === 0) continue;
    decoder ??= decoderFor(bytes, name);
    yield decode(bytes);
  }
  if (decoder !== undefined) yield decode();
}

function decoderFor(start: Uint8Array, document: string): TextDecoder {
  const label = sniff(start);
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw new Problem(
      'invalid',
      say('{document} is written in an encoding that is not known here ({encoding}). Save it again as UTF-8.', {
        document,
        encoding: label,
      }),
      { cause },
    );
  }
}

/** XML 1.0 appendix F: the first bytes tell the family, the declaration the rest. */
function sniff(start: Uint8Array): string {
  const [a, b, c] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(
    Buffer.from(start.subarray(0, 200)).toString('latin1'),
  );
  const declared = declaration?.[1]?.toLowerCase() ?? 'utf-8';
  // In bytes of one unit each it cannot be UTF-16, whatever the declaration says.
  return declared.startsWith('utf-16') ? 'utf-8' : declared;
}
