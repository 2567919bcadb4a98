import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTable } from './table.ts';

const table = {
  columns: ['code', 'count', 'unverified'],
  rows: [
    ['A', 1, 'fr ru'],
    ['B', null, ''],
    [3, 'many', 'xx'],
  ],
};

describe('reading a data file', () => {
  it('reads cells by column', () => {
    assert.deepEqual(
      readTable('t', { ...table, rows: table.rows.slice(0, 2) }, (row) => [
        row.text('code'),
        row.maybeNumber('count'),
        row.unverified(),
      ]),
      [
        ['A', 1, ['fr', 'ru']],
        ['B', undefined, []],
      ],
    );
  });

  it('names file, row and column of a cell that is of another kind', () => {
    const read = (make: Parameters<typeof readTable>[2]) => () => readTable('t', table, make);
    assert.throws(
      read((row) => row.text('code')),
      { name: 'TypeError', message: 't, row 3: “code” is not text.' },
    );
    assert.throws(
      read((row) => row.number('count')),
      { message: 't, row 2: “count” is not filled in.' },
    );
    assert.throws(
      read((row) => row.unverified()),
      { message: 't, row 3: “unverified” is not a list of languages.' },
    );
    assert.throws(
      read((row) => row.text('name')),
      { message: /“name” is not a column of this file/ },
    );
    assert.throws(
      read((row) => row.oneOf('code', ['A', 'C'])),
      { message: 't, row 2: “code” is not one of A, C.' },
    );
    assert.throws(
      read((row) => row.texts('code')),
      { message: /list of texts/ },
    );
    assert.throws(
      read((row) => row.flag('code')),
      { message: /true or false/ },
    );
  });
});
