import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as hold, asyncProperty, integer, string, uint8Array } from 'fast-check';
import { readMultipart } from './multipart.ts';

async function bytesOf(form: FormData): Promise<{ body: Buffer; type: string }> {
  const response = new Response(form);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}

async function* inChunks(body: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function read(chunks: AsyncIterable<Uint8Array>, type: string) {
  const fields: [string, string][] = [];
  const files: { name: string; fileName: string; content: string }[] = [];
  await readMultipart(chunks, type, {
    field: (name, value) => fields.push([name, value]),
    file: (name, fileName) => {
      const parts: Buffer[] = [];
      return async (chunk) => {
        if (chunk === undefined) files.push({ name, fileName, content: Buffer.concat(parts).toString('latin1') });
        else parts.push(Buffer.from(chunk));
      };
    },
  });
  return { fields, files };
}

test('a form comes out as it went in, however the network cuts it up', async () => {
  const content = uint8Array({ maxLength: 400 }).map((bytes) => `${Buffer.from(bytes).toString('latin1')}\r\n--\r\n-`);
  await hold(
    asyncProperty(content, string({ maxLength: 30 }), integer({ min: 1, max: 97 }), async (file, word, size) => {
      const form = new FormData();
      form.set('word', word);
      form.set('file', new File([Buffer.from(file, 'latin1')], 'figures "2019".csv'));
      form.set('after', '');
      const { body, type } = await bytesOf(form);
      const { fields, files } = await read(inChunks(body, size), type);
      // A form sends every line end as CRLF.
      const sent = word.replaceAll(/\r\n|\r|\n/g, '\r\n');
      assert.deepEqual(fields, [
        ['word', sent],
        ['after', ''],
      ]);
      assert.deepEqual(files, [{ name: 'file', fileName: 'figures "2019".csv', content: file }]);
    }),
    { numRuns: 200 },
  );
});

test('a body that is cut off, or is no form at all, is refused', async () => {
  const form = new FormData();
  form.set('file', new File(['a,b\n1,2\n'], 'x.csv'));
  const { body, type } = await bytesOf(form);
  for (let length = 0; length < body.length - 4; length += 7) {
    await assert.rejects(read(inChunks(body.subarray(0, length), 11), type), { kind: 'invalid' });
  }
  await assert.rejects(read(inChunks(Buffer.from('hello'), 2), 'multipart/form-data'), {
    kind: 'unsupported-media-type',
  });
});

test('a part whose header or field never ends takes no memory', async () => {
  async function* endless(start: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`--b\r\n${start}`);
    for (let sent = 0; sent < 1000; sent++) yield Buffer.alloc(65_536, 'x');
    throw new Error('the reader went on reading');
  }
  const type = 'multipart/form-data; boundary=b';
  await assert.rejects(read(endless('Content-Disposition: form-data; name="'), type), { kind: 'invalid' });
  await assert.rejects(read(endless('Content-Disposition: form-data; name="note"\r\n\r\n'), type), {
    kind: 'too-large',
  });
});
