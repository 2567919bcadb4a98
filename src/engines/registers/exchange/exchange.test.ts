import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { say } from '#kernel/i18n/say.ts';
import { writeWorkbook, type SheetToWrite } from '#kernel/spreadsheet/index.ts';
import { defineRegister, type RegisterDefinition } from '../definition.ts';
import { checkRecord } from '../fields/check-record.ts';
import { defineCodeList } from '../fields/code-list.ts';
import * as make from '../fields/constructors.ts';
import { applyRow } from './apply-row.ts';
import { columnsOf } from './columns-of.ts';
import { exportRecords, type ExportedRecord, type ExportFormat } from './export-records.ts';
import { guessMapping } from './guess-mapping.ts';
import type { ImportedRow } from './imported-row.ts';
import { joinList, splitList } from './list-cell.ts';
import { openImport } from './open-import.ts';

const themes = defineCodeList('themes', 'Themes', [
  { id: 'crime', label: { en: 'Crime', fr: 'Criminalité' } },
  { id: 'corruption', label: { en: 'Corruption', es: 'Corrupción' } },
]);
const register = defineRegister({
  id: 'laws',
  title: 'Laws: all',
  one: 'Law',
  about: 'Laws.',
  titleField: 'name',
  keyField: 'symbol',
  sources: ['A/72/125'],
  jsonLd: { type: 'Legislation', properties: { adopted: 'legislationDate', body: 'text', fine: 'fine' } },
  fields: {
    name: make.text({ en: 'Name', fr: 'Nom', ru: 'Название' }).translatable().required(),
    symbol: make.text('Symbol').unique(),
    alias: make.text('Other names').translatable().many(),
    tags: make.text('Tags').many(),
    body: make.richText('Text'),
    seats: make.number('Seats', { decimals: 9 }),
    weight: make.quantity('Weight', ['KG', 'GR']),
    fine: make.money({ en: 'Highest fine', es: 'Multa máxima' }),
    binding: make.yesNo('Binding'),
    adopted: make.date('Adopted'),
    valid: make.period('In force').many(),
    theme: make.code('Theme', themes),
    country: make.country('Country').many(),
    cites: make.reference('Cites', { register: 'laws', relation: 'cites', inverse: say('Cited by') }).many(),
    author: make.party('Author'),
    place: make.point('Place'),
    scan: make.file('Scan'),
    web: make.link('Page').many(),
    head: make.group('Head', { office: make.text('Office').translatable(), since: make.date('Since') }),
    contacts: make.group('Contacts', { office: make.text('Office'), mail: make.text('Mail').many() }).many(),
  } as Parameters<typeof defineRegister>[0]['fields'],
} as Parameters<typeof defineRegister>[0]) satisfies RegisterDefinition;

const record = (data: Readonly<Record<string, unknown>>, id = 'one'): ExportedRecord => ({
  id,
  state: 'published',
  demonstration: false,
  changed: { at: new Date(Date.UTC(2024, 0, 1)) },
  data,
});

async function exported(records: readonly ExportedRecord[], format: ExportFormat): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exportRecords(register, records, format, { language: 'en', origin: 'https://example.org' }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function imported(bytes: Uint8Array): Promise<readonly ImportedRow[]> {
  const file = await openImport(register, bytes);
  try {
    return await Array.fromAsync(file.rows());
  } finally {
    await file.close();
  }
}

const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));

async function workbook(...sheets: SheetToWrite[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeWorkbook({ sheets })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        '=1+1',
        "'",
        '|',
        '\\',
        '\n- ',
        ';-',
        "'=",
        '@x',
        '"',
        ',',
        '+254',
        '2003',
        'TRUE',
        '[long text 1]',
        "\n'-",
        ' ',
        '_x0041_',
      ),
      { maxLength: 5 },
    )
    .map((all) => all.join('')),
);
const byLanguage = fc.dictionary(fc.constantFrom('en', 'fr', 'ar', 'zh'), words);
const day = fc.constantFrom('2003', '2003-12', '2003-12-25', '1815');
const anyRecord = fc
  .record(
    {
      name: byLanguage,
      symbol: words,
      alias: fc.array(byLanguage, { maxLength: 3 }),
      tags: fc.array(words, { maxLength: 4 }),
      body: words,
      seats: fc.oneof(fc.integer(), fc.constantFrom(0.000_000_1, 12.5, -3, 0)),
      weight: fc.record({ value: fc.double({ min: -1e9, max: 1e9, noNaN: true }), unit: fc.constantFrom('KG', 'GR') }),
      fine: fc.record({
        amount: fc.constantFrom('-5.00', '12345678901234567890.10', '0.5'),
        currency: fc.constantFrom('USD', 'KES'),
      }),
      binding: fc.boolean(),
      adopted: day,
      valid: fc.array(fc.record({ from: day, to: fc.constant('2010') }, { requiredKeys: [] }), { maxLength: 3 }),
      theme: fc.constantFrom('crime', 'corruption'),
      country: fc.array(fc.constantFrom('KEN', 'PER', 'FRA')),
      cites: fc.array(fc.constantFrom('a', 'b-1', 'c|d', 'e\\f')),
      author: fc.record(
        { name: words, kind: fc.constantFrom('person', 'body'), role: words },
        { requiredKeys: ['name', 'kind'] },
      ),
      place: fc.record({ latitude: fc.constantFrom(-1.28, 89), longitude: fc.constantFrom(36.8, -179.5) }),
      scan: fc.constant({ sha256: 'a'.repeat(64), name: 'a.pdf', bytes: 5, type: 'application/pdf', language: 'fr' }),
      web: fc.array(
        fc.record(
          { url: fc.constantFrom('https://a.org/x?y=1|2', 'http://b.org'), label: words },
          { requiredKeys: ['url'] },
        ),
      ),
      head: fc.record({ office: byLanguage, since: day }, { requiredKeys: [] }),
      contacts: fc.array(fc.record({ office: words, mail: fc.array(words) }, { requiredKeys: [] })),
    },
    { requiredKeys: [] },
  )
  .map((given) => checkRecord(register, JSON.parse(JSON.stringify(given))).data);

describe('flat columns', () => {
  it('name every part of a record', () => {
    const ids = columnsOf(register, { rows: 1 }).map(({ id }) => id);
    for (const id of [
      'name@fr',
      'alias@zh',
      'tags',
      'weight.unit',
      'fine.amount',
      'valid.from',
      'author.kind',
      'head.office@ar',
      'contacts.1.office',
      'contacts',
    ])
      assert.ok(ids.includes(id), id);
  });

  it('keep lists with bars and backslashes in one cell', () => {
    assert.equal(joinList(['a|b', 'c\\', '', 'd']), 'a\\|b|c\\\\||d');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('|', '\\', 'a') })), (values) => {
        assert.deepEqual(splitList(joinList(values)), values.every((value) => value === '') ? [] : values);
      }),
    );
  });
});

describe('what is exported is imported again as the same', () => {
  for (const [format, runs] of [
    ['csv', 200],
    ['jsonl', 100],
    ['xlsx', 25],
  ] as const)
    it(format, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), async (all) => {
          const rows = await imported(
            await exported(
              all.map((data, at) => record(data, `id-${at}`)),
              format,
            ),
          );
          assert.deepEqual(
            rows.map(({ id, data }) => [id, data]),
            all.map((data, at) => [`id-${at}`, data]),
          );
          assert.deepEqual(
            rows.flatMap(({ findings }) => findings.filter(({ rule }) => rule !== 'required')),
            [],
          );
          const [first] = rows;
          assert.deepEqual(applyRow(register.fields, all[0] ?? {}, first?.data ?? {}, columnsOf(register)), all[0]);
        }),
        { numRuns: runs },
      );
    });

  it('a text that is longer than a cell as well', async () => {
    const data = { name: { en: 'Long' }, body: 'word '.repeat(60_000).trim() };
    for (const format of ['csv', 'xlsx'] as const)
      assert.deepEqual(
        (await imported(await exported([record(data)], format))).map((row) => row.data),
        [data],
      );
  });

  it('no text becomes a formula', async () => {
    const text = (await exported([record({ name: { en: '=1+1' }, tags: ['@x', 'b'] })], 'csv')).toString();
    assert.match(text, /,'=1\+1,/);
    assert.match(text, /,"'@x\|b",/);
  });
});

describe('a file that people made', () => {
  it('is understood by labels of any language, by names, and by likeness; the rest is listed', async () => {
    const file = await openImport(
      register,
      csv('Nom,Multa maxima,HIGHEST FINE: CURRENCY,Tgas,Symbl,Colour,adopted', 'Loi,12,USD,a|b,S-1,red,2003', ''),
    );
    assert.deepEqual(
      file.mapping.columns.map(({ heading, to, how }) => [heading, to, how]),
      [
        ['Nom', 'name@fr', 'label'],
        ['Multa maxima', 'fine.amount', 'label'],
        ['HIGHEST FINE: CURRENCY', 'fine.currency', 'label'],
        ['Tgas', undefined, 'none'],
        ['Symbl', 'symbol', 'similar'],
        ['Colour', undefined, 'none'],
        ['adopted', 'adopted', 'id'],
      ],
    );
    assert.deepEqual(file.unmapped, ['Tgas', 'Colour']);
    const [row] = await Array.fromAsync(file.rows());
    assert.deepEqual(row?.data, {
      name: { fr: 'Loi' },
      symbol: 'S-1',
      fine: { amount: '12', currency: 'USD' },
      adopted: '2003',
    });
  });

  it('is read as a person said, for every file with the same headings', () => {
    const headings = [
      { place: 1, text: 'Title' },
      { place: 2, text: 'Symbol' },
    ];
    const first = guessMapping(register, headings);
    const corrected = {
      ...first,
      columns: [
        { heading: 'Title', place: 1, to: 'name@en', how: 'given' as const },
        { heading: 'Symbol', place: 2, how: 'none' as const },
      ],
    };
    const again = guessMapping(register, headings, corrected);
    assert.equal(again.fingerprint, first.fingerprint);
    assert.deepEqual(again.columns, corrected.columns);
  });

  it('says what is wrong, row by row, with the cell', async () => {
    const rows = await imported(
      csv(
        'name@en,adopted,contacts,contacts.1.office',
        'A,2001-02-29,,',
        'B,2003,{,X',
        ',,,',
        'C,,"[{""office"":""Z""}]",Y',
      ),
    );
    assert.deepEqual(
      rows.map(({ row, data, findings }) => [row, data, findings.map(({ rule, field, cell }) => [rule, field, cell])]),
      [
        [2, { name: { en: 'A' } }, [['form', 'adopted', 'B2']]],
        [3, { name: { en: 'B' }, adopted: '2003', contacts: [{ office: 'X' }] }, [['form', 'contacts', 'C3']]],
        [5, { name: { en: 'C' }, contacts: [{ office: 'Y' }, { office: 'Z' }] }, []],
      ],
    );
  });

  it('of a spreadsheet: titles above, formulas, dates, numbers for texts, merged cells, headings again, other sheets', async () => {
    const bytes = await workbook(
      {
        name: 'Laws',
        merged: ['D4:D5'],
        rows: [
          ['A list of laws'],
          ['Name', 'Adopted', 'Symbol', 'Country', 'Seats'],
          ['A', new Date(Date.UTC(2003, 11, 25)), 12, 'Kenya', { value: 5, formula: '2+3' }],
          ['B', 2003, 'S-2', 'Perú|FRA', null, 'note'],
          ['C', 37_980, 'S-3', null, { formula: '1/0' }],
          { number: 8, cells: ['Name', 'Adopted', 'Symbol', 'Country', 'Seats'] },
          ['D', '2003-12'],
        ],
      },
      { name: 'Notes', rows: [['Something']] },
    );
    const file = await openImport(register, bytes);
    const rows = await Array.fromAsync(file.rows());
    assert.deepEqual(
      rows.map(({ row, data }) => [row, data]),
      [
        [3, { name: { en: 'A' }, adopted: '2003-12-25', symbol: '12', country: ['KEN'], seats: 5 }],
        [4, { name: { en: 'B' }, adopted: '2003', symbol: 'S-2', country: ['PER', 'FRA'] }],
        [5, { name: { en: 'C' }, adopted: '2003-12-25', symbol: 'S-3', country: ['PER', 'FRA'] }],
        [9, { name: { en: 'D' }, adopted: '2003-12' }],
      ],
    );
    assert.deepEqual(
      rows.map(({ findings }) => findings.map(({ rule, cell }) => [rule, cell])),
      [[['formula', 'E3']], [], [['form', 'E5']], []],
    );
    assert.deepEqual(file.unmapped, ['F']);
    assert.deepEqual(
      file.notes.map(({ values }) => values?.['rows'] ?? values?.['others']),
      ['1', 'Notes'],
    );
    await file.close();
  });

  it('may name codes, countries, languages and yes or no in words', async () => {
    const [row] = await imported(
      csv(
        'theme,country,binding,author.name,author.kind,scan.language,weight.value,weight.unit',
        "Criminalité,Côte d'Ivoire|Turkey,oui,Registry,Organisme,Français,1 250.5,kilograms",
      ),
    );
    const { scan, ...data } = row?.data ?? {};
    assert.equal(scan, undefined);
    assert.deepEqual(data, {
      theme: 'crime',
      country: ['CIV', 'TUR'],
      binding: true,
      author: { name: 'Registry', kind: 'body' },
      weight: { value: 1250.5, unit: 'KG' },
    });
    assert.ok(row?.findings.every(({ field }) => field.startsWith('scan') || field === 'name'));
  });

  it('is refused where no heading is known, and where it is no JSON', async () => {
    await assert.rejects(openImport(register, csv('Farbe,Zahl', 'rot,1')), /No row of the file has headings/);
    await assert.rejects(openImport(register, Buffer.from('{"a":1}\n{"b":')), /line 2/);
  });

  it('of JSON: a list, records in an object, or exports', async () => {
    for (const text of ['[{"symbol":"S"}]', '{"records":[{"symbol":"S"}]}', '{"id":"x","data":{"symbol":"S"}}'])
      assert.deepEqual(
        (await imported(Buffer.from(text))).map(({ data }) => data),
        [{ symbol: 'S' }],
      );
    const [row] = await imported(Buffer.from('[{"symbol":"S","colour":"red"}, 5]'));
    assert.deepEqual(
      row?.findings.filter(({ rule }) => rule === 'form').map(({ field }) => field),
      ['colour'],
    );
  });
});

describe('a row for a record that is there', () => {
  it('changes what the file has columns for, and nothing else', () => {
    const held = {
      name: { en: 'Act', fr: 'Loi' },
      symbol: 'S',
      tags: ['a'],
      head: { since: '2001', office: { en: 'X' } },
    };
    const columns = columnsOf(register).filter(({ id }) => ['name@en', 'tags', 'head.since'].includes(id));
    assert.deepEqual(applyRow(register.fields, held, { name: { en: 'The Act' }, head: {} }, columns), {
      name: { en: 'The Act', fr: 'Loi' },
      symbol: 'S',
      head: { office: { en: 'X' } },
    });
  });
});

describe('JSON-LD', () => {
  it('gives texts with their languages, and values with their types', async () => {
    const text = (
      await exported(
        [
          record({
            name: { en: 'Act', fr: 'Loi' },
            adopted: '2003',
            body: 'A **b**',
            fine: { amount: '5', currency: 'USD' },
          }),
        ],
        'jsonld',
      )
    ).toString();
    assert.deepEqual(JSON.parse(text), {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Legislation',
          '@id': 'https://example.org/registers/laws/one',
          url: 'https://example.org/registers/laws/one',
          identifier: 'one',
          inLanguage: ['en', 'fr'],
          name: [
            { '@language': 'en', '@value': 'Act' },
            { '@language': 'fr', '@value': 'Loi' },
          ],
          legislationDate: '2003',
          text: 'A b',
          fine: { '@type': 'MonetaryAmount', value: '5', currency: 'USD' },
        },
      ],
    });
  });
});
