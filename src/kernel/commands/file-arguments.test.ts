import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileToRead, fileToWrite } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'whole.csv'), 'a\n');
writeFileSync(join(folder, 'empty.csv'), '');
writeFileSync(join(folder, 'closed.csv'), 'a\n');
mkdirSync(join(folder, 'folder'));
symlinkSync('loop', join(folder, 'loop'));
symlinkSync('whole.csv', join(folder, 'link'));
chmodSync(join(folder, 'closed.csv'), 0);
// A socket is no file in the same way as a pipe is none, and Node itself can make one.
const socket = createServer().listen(join(folder, 'socket'));
await once(socket, 'listening');
after(() => socket.close());

const refused = (says: RegExp) => ({ name: 'Problem', kind: 'wrong-use', message: says });

describe('a file that a command line names for reading', () => {
  test('is found from the folder of the caller, through a link too', async () => {
    assert.equal(await fileToRead(folder, 'whole.csv'), join(folder, 'whole.csv'));
    assert.equal(await fileToRead('/', join(folder, 'link')), join(folder, 'link'));
  });
  const wrong: [name: string, says: RegExp][] = [
    ['absent.csv', /no file absent\.csv/],
    ['whole.csv/inside', /no file/],
    ['loop', /no file loop/],
    ['', /is empty/],
    ['folder', /folder is a folder/],
    ['.', /is a folder/],
    ['x'.repeat(300), /^The name x{200}… is longer/],
    ['/dev/null', /device/],
    ['socket', /socket is a pipe or a device/],
  ];
  for (const [name, says] of wrong)
    test(`is refused in a sentence: ${name.slice(0, 20) || 'no name'}`, () =>
      assert.rejects(fileToRead(folder, name), refused(says)));
  test('is an error of the input where it is empty, and not of its use', () =>
    assert.rejects(fileToRead(folder, 'empty.csv'), { kind: 'invalid', message: 'The file empty.csv is empty.' }));
  test('is refused where it may not be read', { skip: process.getuid?.() === 0 && 'root reads everything' }, () =>
    assert.rejects(fileToRead(folder, 'closed.csv'), refused(/may not be read/)),
  );
});

describe('a file that a command line names for writing', () => {
  test('may be new or there already', async () => {
    for (const name of ['new.zip', 'whole.csv']) assert.equal(await fileToWrite(folder, name), join(folder, name));
  });
  const wrong: [name: string, says: RegExp][] = [
    ['folder', /is a folder/],
    ['nowhere/new.zip', /no folder/],
    ['whole.csv/new.zip', /no folder/],
    ['x'.repeat(300), /is longer/],
    ['/dev/null', /device/],
  ];
  for (const [name, says] of wrong)
    test(`is refused in a sentence: ${name.slice(0, 20)}`, () =>
      assert.rejects(fileToWrite(folder, name), refused(says)));
});
