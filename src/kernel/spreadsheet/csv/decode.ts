import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { ByteSource } from '#kernel/zip/index.ts';
import type { CsvEncoding } from './encoding.ts';

const chunkBytes = 256 * 1024;

/** Text of the file from `skip` bytes on, in pieces. A byte that is no letter of the encoding is refused. */
export async function* decodeText(
  source: ByteSource,
  encoding: CsvEncoding,
  skip: number,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new Problem(
        'invalid',
        say('The file {file} holds bytes that are not {encoding}. Save it as "CSV UTF-8" or name its encoding.', {
          file: source.name,
          encoding: encoding.toUpperCase(),
        }),
        { cause },
      );
    }
  };
  for (let at = skip; at < source.size;) {
    const bytes = await source.read(at, chunkBytes);
    if (bytes.length === 0) break;
    at += bytes.length;
    yield decode(bytes);
  }
  yield decode();
}
