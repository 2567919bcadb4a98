import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { Problem } from '#kernel/errors/problem.ts';
import { folderFiles } from './folder-files.ts';
import { openFiles } from './open-files.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const kept = async (path: string) =>
  (await readdir(path, { recursive: true }).catch(() => [])).filter((name) => /[0-9a-f]{64}|unfinished./.test(name));
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const refused = (kind: Problem['kind'], words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Problem, String(error));
  assert.equal(error.kind, kind);
  assert.match(error.message, words);
  return true;
};

describe('files in a folder', () => {
  test('what is put in comes out, by the hash of its content, however it was cut', async () => {
    const files = openFiles({ kind: 'folder', path: join(folder, 'law') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 5 }), async (pieces) => {
        const whole = Buffer.concat(pieces);
        assert.deepEqual(await files.put(pieces), { sha256: sha256(whole), size: whole.length });
        const file = await files.open(sha256(whole));
        assert.equal(file.size, whole.length);
        assert.deepEqual(Buffer.concat(await Array.fromAsync(file.content())), whole);
        assert.equal(await files.verify(file.sha256), true);
      }),
      { numRuns: 50 },
    );
  });

  test('twenty writers of the same content leave one file', async () => {
    const path = join(folder, 'twenty');
    const files = folderFiles(path);
    const content = Buffer.alloc(300_000, 'x');
    await Promise.all(Array.from({ length: 20 }, () => files.put(content)));
    assert.deepEqual(await Array.fromAsync(files.list()), [{ sha256: sha256(content), size: content.length }]);
    assert.equal((await kept(path)).length, 1);
  });

  test(
    'a full disk is said in words, and nothing is half-written',
    { skip: !existsSync('/dev/full') && 'needs /dev/full' },
    async () => {
      const path = join(folder, 'full');
      const files = folderFiles(path, () => open('/dev/full', 'w'));
      await assert.rejects(files.put(Buffer.from('text')), refused('unavailable', /the disk is full.*Make room/));
      assert.deepEqual(await kept(path), []);
    },
  );

  test('a sender that breaks off and one that sends too much leave nothing', async () => {
    const path = join(folder, 'broken');
    const files = folderFiles(path);
    const breaking = async function* () {
      yield Buffer.from('half');
      throw new Error('connection lost');
    };
    await assert.rejects(files.put(breaking()), /connection lost/);
    await assert.rejects(files.put(Buffer.alloc(11), { limit: 10 }), refused('too-large', /larger than 10 bytes/));
    assert.deepEqual(await kept(path), []);
  });

  test('a folder that cannot be made is said in words', async () => {
    await writeFile(join(folder, 'a-file'), '');
    const files = folderFiles(join(folder, 'a-file', 'files'));
    await assert.rejects(files.put(Buffer.from('x')), refused('unavailable', /cannot be written to/));
    assert.deepEqual(await Array.fromAsync(files.list()), []);
  });

  test('damage is found, and what is not there is not found', async () => {
    const path = join(folder, 'damage');
    const files = folderFiles(path);
    const { sha256: hash } = await files.put(Buffer.from('as it was'));
    await files.withPath(hash, async (place) => {
      assert.equal(await readFile(place, 'utf8'), 'as it was');
      await truncate(place, 3);
    });
    assert.equal(await files.verify(hash), false);
    await files.put(Buffer.from('as it was'));
    assert.equal(await files.verify(hash), true, 'putting it in again mends it');
    await files.remove(hash);
    await files.remove(hash);
    assert.equal(await files.has(hash), false);
    for (const wanted of [hash, '../../etc/passwd', '', 'A'.repeat(64), `${hash}/..`]) {
      assert.equal(await files.has(wanted), false);
      await assert.rejects(files.open(wanted), refused('not-found', /no file/));
      await assert.rejects(files.verify(wanted), refused('not-found', /no file/));
      await assert.rejects(
        files.withPath(wanted, async () => {}),
        refused('not-found', /no file/),
      );
    }
  });

  test('what a killed server left unfinished is swept after a day, not before', async () => {
    const path = join(folder, 'swept');
    await mkdir(join(path, 'unfinished'), { recursive: true });
    await writeFile(join(path, 'unfinished', 'old'), 'x');
    await writeFile(join(path, 'unfinished', 'new'), 'x');
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(path, 'unfinished', 'old'), twoDaysAgo, twoDaysAgo);
    await folderFiles(path).put(Buffer.from('x'));
    assert.deepEqual(await readdir(join(path, 'unfinished')), ['new']);
  });
});
