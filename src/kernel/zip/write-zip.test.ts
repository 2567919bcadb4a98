import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { openZip } from './open-zip.ts';
import type { EntryToWrite } from './writable-entry.ts';
import { writeZip } from './write-zip.ts';

const bytesOf = async (entries: readonly EntryToWrite[]) => Buffer.concat(await Array.fromAsync(writeZip(entries)));

test('what is written is read back, here and by another library, however it was given', async () => {
  const content = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 2000 }), fc.array(fc.string(), { maxLength: 5 }));
  const entry = fc.record({ content, stored: fc.boolean(), large: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (made) => {
      const entries = made.map((one, at) => ({ name: `folder/${at}-é.bin`, ...one }));
      const bytes = await bytesOf(entries);
      const theirs = unzipSync(bytes);
      await using zip = await openZip(bytes);
      assert.equal(zip.entries.length, entries.length);
      for (const [at, { name, content: given }] of entries.entries()) {
        const expected = Buffer.concat((Array.isArray(given) ? given : [given]).map((piece) => Buffer.from(piece)));
        assert.deepEqual(await zip.readWhole(zip.entries[at]!, 1e6), expected);
        assert.deepEqual(Buffer.from(theirs[name]!), expected);
      }
    }),
    { numRuns: 150 },
  );
});

test('the same entries give the same bytes, whenever they are written', async () => {
  const entries = [
    { name: 'a.xml', content: ['<a>', '</a>'] },
    { name: 'b.xml', content: '<b/>', modified: new Date('2024-05-06T07:08:10Z') },
  ];
  assert.deepEqual(await bytesOf(entries), await bytesOf(entries));
});

test('more than 65,535 entries are written with the large table of contents, and read', async () => {
  const bytes = await bytesOf(Array.from({ length: 65_540 }, (_, at) => ({ name: `${at}`, content: '' })));
  await using zip = await openZip(bytes, { limits: { entries: 70_000 } });
  assert.equal(zip.entries.length, 65_540);
});

test(
  'an entry of more than 4 GiB is written as large and read again; without the mark it is refused',
  { timeout: 60_000 },
  async () => {
    const block = Buffer.alloc(64 * 1024 * 1024);
    const gigabytes = function* () {
      for (let at = 0; at < 65; at++) yield block;
    };
    const chunks = await Array.fromAsync(
      writeZip(
        [
          { name: 'zeros', content: gigabytes(), large: true },
          { name: 'after', content: 'x' },
        ],
        { level: 1 },
      ),
    );
    await using zip = await openZip(Buffer.concat(chunks), {
      limits: { entryBytes: 2 ** 33, totalBytes: 2 ** 33, ratio: 2000 },
    });
    assert.equal(zip.entries[0]?.size, 65 * block.length);
    assert.equal((await zip.readWhole(zip.find('after')!, 10)).toString(), 'x');
    await assert.rejects(
      Array.fromAsync(writeZip([{ name: 'zeros', content: gigabytes() }], { level: 1 })),
      /beyond 4 GiB/,
    );
  },
);

test('names that lead out of the archive or come twice are refused', async () => {
  for (const name of ['', '/a', '../a', 'a/../b', 'c:/a', 'a\\b', 'a\0'])
    await assert.rejects(bytesOf([{ name, content: '' }]), /cannot be given/);
  await assert.rejects(
    bytesOf([
      { name: 'a', content: '' },
      { name: 'A', content: '' },
    ]),
    /there already/,
  );
});
