import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { receiveUpload } from './receive-upload.ts';
import { tidyFileName } from './tidy-file-name.ts';

let dataFolder: string;
before(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'mandata-upload-'));
});
after(() => rm(dataFolder, { recursive: true, force: true }));

const left = (): Promise<string[]> => readdir(join(dataFolder, 'statistics', 'work')).catch(() => []);

function request(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://mandata.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

test('a file is written as it arrives and is gone when it is disposed of', async () => {
  const received = await receiveUpload(request('a,b\n1,2\n', { 'content-type': 'text/csv' }), {
    dataFolder,
    name: '../../etc/pass\u202Ewd.csv',
  });
  assert.equal(received.file?.name, 'passwd.csv');
  assert.equal(await readFile(received.file?.path ?? '', 'utf8'), 'a,b\n1,2\n');
  assert.equal(received.file?.sha256, createHash('sha256').update('a,b\n1,2\n').digest('hex'));
  await received.dispose();
  assert.deepEqual(await left(), []);
});

test('a file above the limit is refused, whether its size was announced or not, and nothing stays', async () => {
  const body = 'x'.repeat(3000);
  const announced = request(body, { 'content-length': '5000000' });
  await assert.rejects(receiveUpload(announced, { dataFolder, limit: 1000 }), { kind: 'too-large' });
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < 30; at++) controller.enqueue(new Uint8Array(100));
      controller.close();
    },
  });
  await assert.rejects(receiveUpload(request(stream), { dataFolder, limit: 1000 }), { kind: 'too-large' });
  const form = new FormData();
  form.set('file', new File([body], 'x.csv'));
  await assert.rejects(receiveUpload(request(form), { dataFolder, limit: 1000 }), { kind: 'too-large' });
  assert.deepEqual(await left(), []);
});

test('what is cut off on the way leaves nothing', async () => {
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new Error('the line broke'));
    },
  });
  await assert.rejects(receiveUpload(request(stream), { dataFolder }));
  assert.deepEqual(await left(), []);
});

test('names lose folders and what cannot be seen, and keep their end', () => {
  assert.equal(tidyFileName('C:\\figures\\2019.xlsx'), '2019.xlsx');
  assert.equal(tidyFileName('\u0000\u200B'), 'upload');
  assert.equal(tidyFileName(`${'a'.repeat(500)}.csv`).length, 200);
});
