import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zipSync } from 'fflate';
import * as fc from 'fast-check';
import { Problem } from '#kernel/errors/problem.ts';
import { aZip, type HandmadeEntry } from './testing.ts';
import { openZip, type OpenZipOptions } from './open-zip.ts';

async function readAll(bytes: Uint8Array, options: OpenZipOptions = {}): Promise<Map<string, string>> {
  await using zip = await openZip(bytes, options);
  const contents = new Map<string, string>();
  for (const entry of zip.entries)
    contents.set(entry.name, Buffer.concat(await Array.fromAsync(zip.read(entry))).toString());
  return contents;
}

function refusedFor(kind: Problem['kind'], words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.kind, kind, error.message);
    assert.match(error.message, words);
    return true;
  };
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

test('reads what another library packed, stored and deflated, by any case of the name', async () => {
  const bytes = zipSync({
    'a.txt': [Buffer.from('first'), { level: 0 }],
    'folder/Ünïcode.xml': Buffer.from('second '.repeat(1000)),
  });
  assert.deepEqual(
    [...(await readAll(bytes))],
    [
      ['a.txt', 'first'],
      ['folder/Ünïcode.xml', 'second '.repeat(1000)],
    ],
  );
  await using zip = await openZip(bytes);
  assert.equal(zip.find('FOLDER/ünïcode.XML')?.size, 7000);
  assert.equal((await zip.readWhole(zip.entries[0]!, 5)).toString(), 'first');
  await assert.rejects(zip.readWhole(zip.entries[0]!, 4), refusedFor('too-large', /has 5 bytes; at most 4/));
});

describe('hostile archives are refused before or while they are read', () => {
  const cases: readonly (readonly [string, readonly HandmadeEntry[], Problem['kind'], RegExp, OpenZipOptions?])[] = [
    ['a flat bomb', [{ name: 'bomb', content: zeros(64) }], 'too-large', /more than 250 times/],
    [
      'an entry over its bound',
      [{ name: 'big', content: 'x'.repeat(2000) }],
      'too-large',
      /at most 1000/,
      { limits: { entryBytes: 1000 } },
    ],
    [
      'entries that are small one by one',
      Array.from({ length: 9 }, (_, at) => ({ name: `f${at}`, content: 'x'.repeat(200) })),
      'too-large',
      /would grow to 1800/,
      { limits: { totalBytes: 1000 } },
    ],
    [
      'too many entries',
      Array.from({ length: 11 }, (_, at) => ({ name: `f${at}` })),
      'too-large',
      /11 files; at most 10/,
      { limits: { entries: 10 } },
    ],
    [
      'a bomb that declares a small size',
      [{ name: 'bomb', content: zeros(64), says: { size: 1000 } }],
      'invalid',
      /does not match its description/,
    ],
    [
      'a wrong checksum',
      [{ name: 'a', content: 'text', says: { crc32: 1 } }],
      'invalid',
      /does not match its description/,
    ],
    [
      'a larger size than is there',
      [{ name: 'a', content: 'text', says: { size: 5 } }],
      'invalid',
      /does not match its description/,
    ],
    [
      'entries that share their data',
      [
        { name: 'a', content: 'text' },
        { name: 'b', content: 'text', says: { offset: 0 } },
      ],
      'invalid',
      /overlaps/,
    ],
    [
      'an entry that reaches into the next',
      [{ name: 'a', content: 'text', says: { compressedSize: 30 } }, { name: 'b' }],
      'invalid',
      /overlaps/,
    ],
    ['an entry behind the end', [{ name: 'a', content: 'text', says: { offset: 1_000_000 } }], 'invalid', /overlaps/],
    ['the same name twice', [{ name: 'a' }, { name: 'A' }], 'invalid', /twice/],
    ['a password', [{ name: 'a', flags: 0x0801 }], 'invalid', /password/],
    ['another password', [{ name: 'a', says: { method: 99 } }], 'invalid', /password/],
    ['an unknown packing', [{ name: 'a', content: 'x', says: { method: 12 } }], 'not-implemented', /method 12/],
    ['a symbolic link', [{ name: 'a', content: '/etc/passwd', mode: 0o120777 }], 'invalid', /link or a device/],
    ['a device', [{ name: 'a', mode: 0o020666 }], 'invalid', /link or a device/],
    ...['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'c:\\a', '..\\a', 'a\0b', '', '\\\\server\\share', 'a\nb'].map(
      (name) => [`the name ${JSON.stringify(name)}`, [{ name, content: 'x' }], 'invalid', /leads out of it/] as const,
    ),
  ];
  for (const [name, entries, kind, words, options] of cases) {
    test(name, async () => {
      await assert.rejects(readAll(aZip(entries), options), refusedFor(kind, words));
    });
  }

  test('an archive in an archive stays closed: only its own bytes are counted', async () => {
    const inner = aZip([{ name: 'bomb', content: zeros(64) }]);
    const outer = await readAll(aZip([{ name: 'inner.zip', content: inner }]));
    assert.deepEqual([...outer.keys()], ['inner.zip']);
  });

  test('what is no archive, cut off, wrapped or added to', async () => {
    const bytes = aZip([{ name: 'a', content: 'text' }]);
    await assert.rejects(
      readAll(Buffer.from('Iso3_code,Country\n')),
      refusedFor('unsupported-media-type', /not a zip/),
    );
    await assert.rejects(readAll(new Uint8Array()), refusedFor('unsupported-media-type', /not a zip/));
    await assert.rejects(readAll(bytes.subarray(0, -5)), refusedFor('invalid', /cut off/));
    await assert.rejects(
      readAll(Buffer.concat([Buffer.from('MZ…'), bytes])),
      refusedFor('invalid', /not where the file says/),
    );
    await assert.rejects(readAll(Buffer.concat([bytes, Buffer.from('more')])), refusedFor('invalid', /cut off/));
    await assert.rejects(readAll(aZip([{ name: 'a' }], { entries: 2 })), refusedFor('invalid', /damaged/));
    await assert.rejects(openZip('/nowhere/at-all.zip'), refusedFor('not-found', /at-all\.zip/));
  });
});

test('a thousand damaged archives end in their content or in a Problem', async () => {
  const sound = aZip(
    Array.from({ length: 5 }, (_, at) => ({
      name: `part${at}.xml`,
      content: `<row r="${at}">${'x'.repeat(50 * at)}</row>`,
    })),
  );
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(sound.length)),
      async (changes, cut) => {
        const bytes = Buffer.from(sound.subarray(0, cut ?? sound.length));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        await readAll(bytes).catch((error: unknown) => assert.ok(error instanceof Problem, String(error)));
      },
    ),
    { numRuns: 1000 },
  );
});
