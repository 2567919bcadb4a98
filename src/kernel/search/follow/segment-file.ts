import { closeSync, openSync, readSync, fstatSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { breathing } from '../segment/breathe.ts';
import type { FacetColumn, Segment } from '../segment/segment.ts';
import { StringTable } from '../segment/string-table.ts';
import { textsInFile, textsInMemory } from '../segment/stored-texts.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;
const makers = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
const audience = z.custom<Segment['classes'][number]['needs'][number]>((value) => typeof value === 'string');
const headSchema = z.object({
  count: z.int(),
  classes: z.array(z.object({ needs: z.array(audience), lacks: z.array(audience), demonstration: z.boolean() })),
  struckOut: z.int(),
  publicly: z.object({ documents: z.number(), length: z.number() }),
  arrays: z.record(z.string(), z.object({ type: z.enum(['u8', 'u16', 'u32', 'f64']), at: z.int(), length: z.int() })),
  texts: z.object({ at: z.int(), length: z.int() }),
  checksum: z.int(),
});

/** Texts of more bytes than this stay in the file. */
export const mostInMemory = 32 * 2 ** 20;
const chunk = 4 * 2 ** 20;

/** All arrays of a segment by name; those of facets and numbers under `f:` and `n:`. */
function arraysOf(segment: Segment): [string, Numbers][] {
  const { postings, keys } = segment;
  return [
    ...Object.entries(postings).flatMap(([name, value]): [string, Numbers][] =>
      value instanceof StringTable ? [] : [[name, value as Numbers]],
    ),
    ['terms.bytes', postings.terms.bytes],
    ['terms.starts', postings.terms.starts],
    ['keys.bytes', keys.bytes],
    ['keys.starts', keys.starts],
    ['keyOrder', segment.keyOrder],
    ['live', segment.live],
    ['lengths', segment.lengths],
    ['ties', segment.ties],
    ['classOf', segment.classOf],
    ['storedStarts', segment.stored.starts],
    ['byTerm', segment.publicly.byTerm],
    ...[...segment.numbers].map(([name, values]): [string, Numbers] => [`n:${name}`, values]),
    ...[...segment.facets].flatMap(([name, { values, starts, codes }]): [string, Numbers][] => [
      [`f:${name}:bytes`, values.bytes],
      [`f:${name}:names`, values.starts],
      [`f:${name}:codes`, codes],
      ...(starts === undefined ? [] : [[`f:${name}:starts`, starts] satisfies [string, Numbers]]),
    ]),
  ];
}

const typeOf = (values: Numbers): keyof typeof makers =>
  values instanceof Uint8Array
    ? 'u8'
    : values instanceof Uint16Array
      ? 'u16'
      : values instanceof Uint32Array
        ? 'u32'
        : 'f64';
const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Writes a segment, the texts last; it must not be changed meanwhile. Checked when it is read. */
export async function writeSegment(path: string, segment: Segment): Promise<void> {
  const arrays: Record<string, { type: keyof typeof makers; at: number; length: number }> = {};
  const pieces: Uint8Array[] = [];
  let at = 0;
  const put = (bytes: Uint8Array): void => {
    const padding = (8 - (bytes.length % 8)) % 8;
    pieces.push(bytes, new Uint8Array(padding));
    at += bytes.length + padding;
  };
  for (const [name, values] of arraysOf(segment)) {
    arrays[name] = { type: typeOf(values), at, length: values.length };
    put(bytesOf(values));
  }
  const textLength = segment.stored.starts[segment.count]!;
  const breathe = breathing();
  let checksum = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += chunk) {
      checksum = crc32(piece.subarray(from, from + chunk), checksum);
      await breathe();
    }
  }
  const texts = { at, length: textLength };
  const textChunks = function* (): Generator<Uint8Array> {
    for (let from = 0; from < textLength; from += chunk)
      yield segment.stored.bytes(from, Math.min(textLength, from + chunk));
  };
  for (const part of textChunks()) {
    checksum = crc32(part, checksum);
    await breathe();
  }
  const { documents, length } = segment.publicly;
  const head = Buffer.from(
    JSON.stringify({
      count: segment.count,
      classes: segment.classes,
      struckOut: segment.struckOut,
      publicly: { documents, length },
      arrays,
      texts,
      checksum,
    }),
  );
  const file = await open(path, 'w', 0o600);
  try {
    const prelude = Buffer.alloc(16 + Math.ceil(head.length / 8) * 8, ' ');
    prelude.writeUInt32LE(prelude.length, 0);
    prelude.writeUInt32LE(crc32(head), 4);
    prelude.writeUInt32LE(head.length, 8);
    head.copy(prelude, 16);
    await file.writev([prelude, ...pieces]);
    for (const part of textChunks()) await file.write(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads a segment back; throws when the file is damaged. A file of large texts stays open until `close`. */
export function readSegment(path: string): { segment: Segment; close: () => void } {
  const file = openSync(path, 'r');
  try {
    const prelude = readAll(file, 0, 16);
    const start = prelude.readUInt32LE(0);
    const headLength = prelude.readUInt32LE(8);
    if (start > fstatSync(file).size || headLength > start) throw new Error(`${path} is damaged.`);
    const head = readAll(file, 16, headLength);
    if (crc32(head) !== prelude.readUInt32LE(4)) throw new Error(`${path} is damaged.`);
    const { count, classes, struckOut, publicly, arrays, texts, checksum } = headSchema.parse(
      JSON.parse(head.toString('utf8')),
    );
    const body = readAll(file, start, texts.at);
    let sum = crc32(body);
    const inMemory = texts.length <= mostInMemory ? readAll(file, start + texts.at, texts.length) : undefined;
    if (inMemory !== undefined) sum = crc32(inMemory, sum);
    else
      for (let from = 0; from < texts.length; from += chunk)
        sum = crc32(readAll(file, start + texts.at + from, Math.min(chunk, texts.length - from)), sum);
    if (sum !== checksum) throw new Error(`${path} is damaged.`);
    const get = <K extends keyof typeof makers>(name: string, ...types: K[]): InstanceType<(typeof makers)[K]> => {
      const found = arrays[name];
      if (found === undefined || !types.some((type) => type === found.type)) throw new Error(`${path} has no ${name}.`);
      const values = new makers[found.type](body.buffer, body.byteOffset + found.at, found.length);
      return values as InstanceType<(typeof makers)[K]>;
    };
    const table = (bytes: string, starts: string): StringTable => new StringTable(get(bytes, 'u8'), get(starts, 'u32'));
    const facets = new Map<string, FacetColumn>();
    for (const name of Object.keys(arrays)) {
      const facet = /^f:(.*):codes$/s.exec(name)?.[1];
      if (facet === undefined) continue;
      facets.set(facet, {
        values: table(`f:${facet}:bytes`, `f:${facet}:names`),
        starts: arrays[`f:${facet}:starts`] === undefined ? undefined : get(`f:${facet}:starts`, 'u32'),
        codes: get(name, 'u8', 'u16', 'u32'),
      });
    }
    const numbers = Object.keys(arrays).filter((name) => name.startsWith('n:'));
    const storedStarts = get('storedStarts', 'f64');
    const segment: Segment = {
      count,
      postings: {
        terms: table('terms.bytes', 'terms.starts'),
        firstBlock: get('firstBlock', 'u32'),
        firstPosting: get('firstPosting', 'u32'),
        blockLast: get('blockLast', 'u32'),
        blockDocuments: get('blockDocuments', 'u32'),
        documentBytes: get('documentBytes', 'u8'),
        weights: get('weights', 'u8'),
        blockPlaces: get('blockPlaces', 'u32'),
        placeBytes: get('placeBytes', 'u8'),
      },
      lengths: get('lengths', 'u8'),
      ties: get('ties', 'u32'),
      classes,
      classOf: get('classOf', 'u16'),
      keys: table('keys.bytes', 'keys.starts'),
      keyOrder: get('keyOrder', 'u32'),
      facets,
      numbers: new Map(numbers.map((name) => [name.slice(2), get(name, 'f64')])),
      stored:
        inMemory === undefined
          ? textsInFile(file, start + texts.at, storedStarts)
          : textsInMemory(inMemory, storedStarts),
      live: get('live', 'u32'),
      struckOut,
      publicly: { ...publicly, byTerm: get('byTerm', 'u32') },
    };
    if (inMemory === undefined) return { segment, close: () => closeSync(file) };
    closeSync(file);
    return { segment, close: () => undefined };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Bytes of a file, in a buffer of their own, so that arrays of wider numbers may lie on it. */
function readAll(file: number, from: number, length: number): Buffer<ArrayBuffer> {
  const target = Buffer.from(new ArrayBuffer(length));
  for (let done = 0; done < length;) {
    const got = readSync(file, target, done, length - done, from + done);
    if (got === 0) throw new Error('A file of the search index is shorter than it says.');
    done += got;
  }
  return target;
}
