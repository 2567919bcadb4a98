import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { specsOf } from '../fields/field.ts';
import * as make from '../fields/constructors.ts';
import { diffRecords } from './diff-records.ts';
import { diffSequence } from './diff-sequence.ts';
import { diffWords } from './diff-words.ts';
import { mergeRecords } from './merge-records.ts';

const register = {
  fields: specsOf({
    name: make.text('Name').translatable(),
    note: make.longText('Note'),
    seats: make.number('Seats'),
    tags: make.text('Tags').many(),
    head: make.group('Head', { office: make.text('Office'), since: make.date('Since') }),
    contacts: make
      .group('Contacts', { office: make.text('Office'), mail: make.text('Mail'), since: make.date('Since') })
      .many(),
  }),
};

const side = (steps: readonly { change: string; item?: unknown; text?: string }[], without: string): unknown[] =>
  steps.filter(({ change }) => change !== without).map(({ item, text }) => item ?? text);

describe('the difference between two texts', () => {
  it('is told in words, also where words are not parted by spaces', () => {
    assert.deepEqual(diffWords('The State shall act.', 'The State may act.', 'en'), [
      { change: 'same', text: 'The State ' },
      { change: 'removed', text: 'shall' },
      { change: 'added', text: 'may' },
      { change: 'same', text: ' act.' },
    ]);
    assert.deepEqual(
      diffWords('缔约国应当采取措施', '缔约国可以采取措施', 'zh').map(({ change }) => change),
      ['same', 'removed', 'added', 'same'],
    );
    assert.deepEqual(
      diffWords('على الدولة أن تعمل', 'على الدول أن تعمل', 'ar').filter(({ change }) => change !== 'same'),
      [
        { change: 'removed', text: 'الدولة' },
        { change: 'added', text: 'الدول' },
      ],
    );
  });

  it('gives back both texts, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b ', ' c', '\n', '国', 'x\n', '\n\n', '😀'), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const stretches = diffWords(before, after);
        assert.equal(side(stretches, 'added').join(''), before);
        assert.equal(side(stretches, 'removed').join(''), after);
        assert.equal(
          stretches.every(({ change }) => change === 'same'),
          before === after,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is the shortest there is', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const steps = diffSequence(a, b, (item) => item);
        assert.deepEqual([side(steps, 'added'), side(steps, 'removed')], [a, b]);
        assert.equal(steps.filter(({ change }) => change === 'same').length, longestCommon(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('comes in time for texts that have nothing in common', () => {
    const text = (from: number): string =>
      Array.from({ length: 60_000 }, (_, at) => `w${(at * from) % 99_991}${at % 9 === 0 ? '\n' : ' '}`).join('');
    const start = performance.now();
    const stretches = diffWords(text(7), text(11));
    assert.equal(side(stretches, 'added').join(''), text(7));
    // About forty times what was measured: only time that grows with the square fails.
    assert.ok(performance.now() - start < 20_000);
  });
});

describe('the difference between two records', () => {
  it('names each field, and what happened in it', () => {
    const diff = diffRecords(
      register,
      { name: { en: 'Act', fr: 'Loi' }, seats: 5, tags: ['a', 'b', 'c'] },
      { name: { en: 'The Act', fr: 'Loi' }, tags: ['b', 'c', 'd'], note: 'New' },
    );
    assert.deepEqual(
      diff.map(({ field, change }) => [field, change]),
      [
        ['name', 'changed'],
        ['note', 'added'],
        ['seats', 'removed'],
        ['tags', 'changed'],
      ],
    );
    assert.deepEqual(diff[0]?.details, [
      {
        kind: 'words',
        language: 'en',
        stretches: [
          { change: 'added', text: 'The ' },
          { change: 'same', text: 'Act' },
        ],
      },
    ]);
    assert.deepEqual(diff[3]?.details, [
      {
        kind: 'entries',
        steps: [
          { change: 'removed', item: 'a' },
          { change: 'same', item: 'b' },
          { change: 'same', item: 'c' },
          { change: 'added', item: 'd' },
        ],
      },
    ]);
  });

  it('follows a row that moved and changed', () => {
    const [contacts] = diffRecords(
      register,
      {
        contacts: [
          { office: 'A', mail: 'a@x', since: '2001' },
          { office: 'B', mail: 'b@x' },
        ],
      },
      { contacts: [{ office: 'C' }, { office: 'A', mail: 'a@y', since: '2001' }] },
    );
    assert.deepEqual(
      contacts?.details.map((detail) =>
        detail.kind === 'row'
          ? [
              detail.change,
              detail.before?.['office'],
              detail.after?.['office'],
              detail.fields?.map(({ field }) => field),
            ]
          : [],
      ),
      [
        ['added', undefined, 'C', undefined],
        ['changed', 'A', 'A', ['mail']],
        ['removed', 'B', undefined, undefined],
      ],
    );
  });

  const data = fc.record(
    {
      name: fc.dictionary(fc.constantFrom('en', 'fr', 'ar'), fc.constantFrom('x', 'y z'), {
        minKeys: 1,
        noNullPrototype: true,
      }),
      note: fc.constantFrom('one', 'one two'),
      seats: fc.nat(2),
      tags: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
      head: fc.record(
        { office: fc.constantFrom('A', 'B'), since: fc.constantFrom('2001', '2002') },
        { requiredKeys: ['office'], noNullPrototype: true },
      ),
      contacts: fc.array(
        fc.record({ office: fc.constantFrom('A', 'B'), mail: fc.constantFrom('m', 'n') }, { noNullPrototype: true }),
        {
          minLength: 1,
        },
      ),
    },
    { requiredKeys: [], noNullPrototype: true },
  );

  it('is nothing exactly when they are equal, and loses no row', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const diff = diffRecords(register, before, after);
        assert.deepEqual(diffRecords(register, after, after), []);
        assert.equal(diff.length === 0, JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)));
        for (const { field, details } of diff) {
          const rows = details.flatMap((detail) => (detail.kind === 'row' ? [detail] : []));
          if (field !== 'contacts' || rows.length === 0) continue;
          assert.equal(rows.filter((row) => row.before !== undefined).length, before.contacts?.length);
          assert.deepEqual(
            rows.flatMap((row) => row.after ?? []),
            after.contacts,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('merges what one side changed alone, and lists what both did', () => {
    assert.deepEqual(
      mergeRecords(
        register,
        { name: { en: 'Act', fr: 'Loi' }, seats: 5, note: 'x' },
        { name: { en: 'The Act', fr: 'Loi' }, seats: 6, note: 'x' },
        { name: { en: 'Act', fr: 'La loi' }, seats: 7, tags: ['a'] },
      ),
      {
        data: { name: { en: 'The Act', fr: 'La loi' }, seats: 6, tags: ['a'] },
        conflicts: [{ field: 'seats', base: 5, mine: 6, theirs: 7 }],
      },
    );
  });

  it('merges by the laws of merging', () => {
    fc.assert(
      fc.property(data, data, data, (base, mine, theirs) => {
        const same = (left: unknown, right: unknown): void => assert.deepEqual(left, right);
        same(mergeRecords(register, base, mine, base), { data: mine, conflicts: [] });
        same(mergeRecords(register, base, base, theirs), { data: theirs, conflicts: [] });
        same(mergeRecords(register, base, mine, mine), { data: mine, conflicts: [] });
        const one = mergeRecords(register, base, mine, theirs);
        const other = mergeRecords(register, base, theirs, mine);
        same(one.conflicts.map(({ field }) => field).toSorted(), other.conflicts.map(({ field }) => field).toSorted());
        if (one.conflicts.length === 0) same(one.data, other.data);
      }),
      { numRuns: 500 },
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const table = [...a, ''].map(() => [...b, ''].map(() => 0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (table[i] ?? [])[j] =
        a[i] === b[j] ? 1 + (table[i + 1]?.[j + 1] ?? 0) : Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
  return table[0]?.[0] ?? 0;
}
