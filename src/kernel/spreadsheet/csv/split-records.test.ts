import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { RecordSplitter } from './split-records.ts';

function split(pieces: readonly string[]) {
  const seen: unknown[] = [];
  const splitter = new RecordSplitter({
    delimiter: ',',
    fieldCharacters: 20,
    fields: 6,
    record: (fields, line) => seen.push([line, ...fields]),
    refuse(fault, line, field) {
      seen.push([fault, line, field]);
      throw new Error(fault);
    },
  });
  try {
    for (const piece of pieces) splitter.push(piece);
    splitter.end();
  } catch (error) {
    assert.match(String(error), /stray-quote|text-after-quote|open-quote|long-field|many-fields/);
  }
  return seen;
}

test('where the pieces of a file are cut never changes what is read, nor which fault is found', () => {
  const character = fc.constantFrom('a', 'é', ',', '"', '\n', '\r', '\r\n', '""');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 40 }), fc.array(fc.nat(40), { maxLength: 6 }), (characters, cuts) => {
      const text = characters.join('');
      const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
      assert.deepEqual(split(pieces), split([text]));
    }),
    { numRuns: 2000 },
  );
});

test('LF, CRLF and CR each end a line once', () => {
  assert.deepEqual(split(['a\nb\r', '\nc\rd']), [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
    [4, 'd'],
  ]);
});
