import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { say } from '#kernel/i18n/say.ts';
import { defineRegister } from '../definition.ts';
import { checkRecord } from './check-record.ts';
import { checkValue } from './check-value.ts';
import { defineCodeList } from './code-list.ts';
import * as make from './constructors.ts';
import type { AnyField } from './field.ts';

const themes = defineCodeList('themes', 'Themes', [
  { id: 'crime', label: 'Crime' },
  { id: 'corruption', label: 'Corruption', broader: 'crime' },
]);

const fields = {
  name: make.text('Name').translatable().required(),
  alias: make.text('Other names').many(),
  body: make.richText('Text'),
  seats: make.number('Seats', { least: 0, most: 900, decimals: 1 }),
  weight: make.quantity('Weight', ['KG', 'GR']),
  fine: make.money('Fine'),
  holds: make.yesNo('In force'),
  adopted: make.date('Adopted'),
  valid: make.period('In force'),
  theme: make.code('Theme', themes).many(),
  amends: make.reference('Amends', { register: 'laws', relation: 'amends', inverse: 'Amended by' }).many(),
  author: make.party('Author'),
  country: make.country('State'),
  region: make.country('Area', { subNational: true }),
  place: make.point('Place'),
  original: make.file('File', { largest: 1000 }),
  web: make.link('Link'),
  language: make.language('Language'),
  cas: make.identifier('CAS', 'cas'),
  contacts: make.group('Contacts', { office: make.text('Office').required(), since: make.date('Since') }).many(),
};

const register = defineRegister({
  id: 'laws',
  title: 'Laws',
  one: 'Law',
  about: 'Laws.',
  fields,
  titleField: 'name',
  rules: [
    {
      id: 'force-after-adoption',
      find: ({ adopted, valid }) =>
        adopted !== undefined && valid?.from !== undefined && valid.from < adopted
          ? [{ severity: 'warning', field: 'valid', said: say('In force before it was adopted.') }]
          : [],
    },
  ],
  sources: ['A/72/125'],
});

const sha256 = 'a'.repeat(64);
const keeps = (field: AnyField, given: unknown, kept: unknown = given): void => {
  const { value, findings } = checkValue(field.spec, given, 'x');
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.deepEqual(value, kept);
};
const refuses = (field: AnyField, given: unknown, path = 'x'): void => {
  const { findings } = checkValue(field.spec, given, 'x');
  assert.deepEqual(
    findings.filter(({ rule }) => rule === 'form').map((finding) => finding.field),
    [path],
    JSON.stringify(given),
  );
};

describe('a value of each kind is kept as it is meant, or refused in its place', () => {
  it('text: composed, trimmed, on one line, without control characters', () => {
    keeps(make.text('T'), '  Cafe\u0301\r\n noir ', 'Café noir');
    keeps(make.longText('T'), 'one\r\ntwo\tthree', 'one\ntwo\tthree');
    keeps(make.text('T'), 'فارسی می\u200cخواهم');
    for (const bad of ['a\u0000b', 'a\u0007', '\ud800', 7, true, ['a'], { en: 'a' }]) refuses(make.text('T'), bad);
    keeps(make.text('T'), '😀'.repeat(500));
    refuses(make.text('T'), '😀'.repeat(501));
  });

  it('marks of direction stay where they are closed, and are taken out where not', () => {
    keeps(make.text('T'), 'a \u2067ب\u2069 c');
    keeps(make.text('T'), 'a \u202Eevil', 'a evil');
    keeps(make.text('T'), 'a \u2069\u2067 b', 'a  b');
    assert.deepEqual(
      checkValue(make.text('T').spec, 'a \u202Eb', 'x').findings.map(({ rule, severity }) => [rule, severity]),
      [['direction', 'warning']],
    );
  });

  it('translatable text: by language, of the six', () => {
    keeps(fields.name, { en: ' Act ', fr: '', ar: 'قانون' }, { en: 'Act', ar: 'قانون' });
    refuses(fields.name, 'Act');
    refuses(fields.name, { en: 'Act', de: 'Gesetz' });
    refuses(fields.name, { en: 'Act', fr: 5 }, 'x.fr');
  });

  it('numbers: exact, in bounds, with no more decimals than they may have', () => {
    keeps(fields.seats, 0);
    keeps(fields.seats, -0, 0);
    keeps(fields.seats, ' 12.5 ', 12.5);
    for (const bad of [12.25, -1, 901, 'twelve', '1e3', '1,5', Number.NaN, 2 ** 60, [], true, 1e-7].filter(
      (one) => !Array.isArray(one),
    ))
      refuses(fields.seats, bad);
    refuses(make.number('N', { decimals: 3 }), '9007199254740993');
  });

  it('quantities: in a unit of the field', () => {
    keeps(fields.weight, { value: '2.5', unit: 'kg' }, { value: 2.5, unit: 'KG' });
    refuses(fields.weight, { value: 2, unit: 'LT' }, 'x.unit');
    refuses(fields.weight, { value: 'much', unit: 'KG' }, 'x.value');
    refuses(fields.weight, 5);
    refuses(fields.weight, { value: 2, unit: 'KG', about: true });
  });

  it('money: decimal text, never rounded, in a currency with its decimals', () => {
    keeps(
      fields.fine,
      { amount: '0012345678901234567.80', currency: 'kes' },
      { amount: '12345678901234567.80', currency: 'KES' },
    );
    keeps(fields.fine, { amount: '-0.00', currency: 'USD' }, { amount: '0.00', currency: 'USD' });
    keeps(fields.fine, { amount: '500', currency: 'DEM' });
    keeps(fields.fine, { amount: '500.00', currency: 'JPY' }, { amount: '500', currency: 'JPY' });
    refuses(fields.fine, { amount: '500.5', currency: 'JPY' }, 'x.amount');
    refuses(fields.fine, { amount: 12.5, currency: 'USD' }, 'x.amount');
    refuses(fields.fine, { amount: '1e5', currency: 'USD' }, 'x.amount');
    refuses(fields.fine, { amount: '5', currency: 'XXQ' }, 'x.currency');
  });

  it('dates: those that exist, as exact as they are known', () => {
    for (const date of ['2000-02-29', '2004-02', '1215', '2003-12-25']) keeps(fields.adopted, date);
    for (const bad of [
      '2001-02-29',
      '1900-02-29',
      '2003-13',
      '2003-00',
      '0000',
      '2003-12-32',
      '25.12.2003',
      '2003-1-1',
      20031225,
    ])
      refuses(fields.adopted, bad);
  });

  it('periods: in order, as far as that is known', () => {
    keeps(fields.valid, { from: '2003-12-25', to: '2003' });
    keeps(fields.valid, { to: '2003' });
    refuses(fields.valid, { from: '2004', to: '2003-12-31' });
    refuses(fields.valid, { from: '2001-02-29', to: '2003' }, 'x.from');
  });

  it('codes, countries, languages: of their lists', () => {
    keeps(fields.theme, ['Corruption', 'crime'], ['corruption', 'crime']);
    refuses(fields.theme, ['fraud'], 'x.1');
    refuses(fields.theme, 'crime');
    keeps(fields.country, 'ke', 'KEN');
    refuses(fields.country, 'GBR_NI');
    keeps(fields.region, 'GBR_NI');
    refuses(fields.country, 'WORLD');
    refuses(fields.country, 'Kenya');
    keeps(fields.language, 'SWA', 'sw');
    keeps(fields.language, 'tlh');
    refuses(fields.language, 'zzz');
    refuses(fields.language, 'pt-BR');
  });

  it('points, parties, links, files, references, identifiers', () => {
    keeps(fields.place, { latitude: -1.28, longitude: '36.8' }, { latitude: -1.28, longitude: 36.8 });
    refuses(fields.place, { latitude: 91, longitude: 0 }, 'x.latitude');
    keeps(fields.author, { name: ' Registry ', kind: 'body', role: '' }, { name: 'Registry', kind: 'body' });
    refuses(fields.author, { name: 'Registry', kind: 'ship' }, 'x.kind');
    refuses(fields.author, { role: 'Judge', kind: 'person' }, 'x.name');
    keeps(fields.web, 'https://example.org/a?b=c#d', { url: 'https://example.org/a?b=c#d' });
    for (const bad of [
      'javascript:alert(1)',
      'ftp://x.org',
      '//x.org',
      'https://a:b@x.org',
      'https://',
      'https://x.org/"><',
    ])
      refuses(fields.web, bad, 'x.url');
    keeps(
      fields.original,
      { sha256: sha256.toUpperCase(), name: 'a/b.pdf', bytes: 10, type: 'application/pdf', language: 'fra' },
      {
        sha256,
        name: 'a_b.pdf',
        bytes: 10,
        type: 'application/pdf',
        language: 'fr',
      },
    );
    refuses(fields.original, { sha256, name: 'a', bytes: 10, type: 'text/html' }, 'x.type');
    refuses(fields.original, { sha256, name: 'a', bytes: 1001, type: 'text/plain' }, 'x.bytes');
    refuses(fields.original, { sha256: 'abc', name: 'a', bytes: 1, type: 'text/plain' }, 'x.sha256');
    keeps(fields.amends, ['b', 'a']);
    refuses(fields.amends, ['../x'], 'x.1');
    keeps(fields.cas, '50-36-2');
    refuses(fields.cas, '50-36-3');
  });

  it('groups: each field in its place, counted from one', () => {
    keeps(fields.contacts, [{}, { office: ' A ' }, { office: '', since: '' }], [{ office: 'A' }]);
    refuses(fields.contacts, [{ office: 'A' }, { office: 'B', since: 'soon' }], 'x.2.since');
    refuses(fields.contacts, [{ office: 'A', fax: '1' }], 'x.1.fax');
    assert.deepEqual(
      checkValue(fields.contacts.spec, [{ office: 'A' }, { since: '2003' }], 'contacts').findings.map(
        ({ rule, field }) => [rule, field],
      ),
      [['required', 'contacts.2.office']],
    );
  });

  it('a repetition in a list is left out, and said', () => {
    const { value, findings } = checkValue(fields.alias.spec, ['a', ' a', 'b'], 'alias');
    assert.deepEqual(value, ['a', 'b']);
    assert.deepEqual(
      findings.map(({ rule, severity, field }) => [rule, severity, field]),
      [['duplicate', 'warning', 'alias.2']],
    );
  });
});

describe('a record', () => {
  it('asks for what is required, refuses what it has no place for, and applies its own rules to the rest', () => {
    const { data, findings } = checkRecord(register, {
      adopted: '2003-05',
      valid: { from: '2002' },
      colour: 'red',
      seats: 'many',
    });
    assert.deepEqual(data, { adopted: '2003-05', valid: { from: '2002' } });
    assert.deepEqual(
      findings.map(({ rule, severity, field }) => [rule, severity, field]),
      [
        ['form', 'error', 'colour'],
        ['required', 'error', 'name'],
        ['form', 'error', 'seats'],
        ['force-after-adoption', 'warning', 'valid'],
      ],
    );
  });

  it('does not call for what was given and refused', () => {
    assert.deepEqual(
      checkRecord(register, { name: { en: 5 } }).findings.map(({ rule }) => rule),
      ['form'],
    );
  });

  const jsonish = fc.oneof(
    fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
    fc.record(
      Object.fromEntries(Object.keys(fields).map((id) => [id, fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' })])),
      { requiredKeys: [] },
    ),
    fc.record(
      {
        name: fc.dictionary(fc.constantFrom('en', 'fr', 'ar', '__proto__'), fc.string({ unit: 'binary' })),
        alias: fc.array(fc.string({ unit: 'grapheme' })),
        fine: fc.record({
          amount: fc.stringMatching(/^-?\d{1,30}(\.\d{0,4})?$/),
          currency: fc.constantFrom('USD', 'jpy', 'KWD'),
        }),
        valid: fc.record({ from: fc.stringMatching(/^\d{4}-\d{2}$/), to: fc.stringMatching(/^\d{4}$/) }),
        author: fc.record({ name: fc.string(), kind: fc.constantFrom('person', 'body'), role: fc.string() }),
        contacts: fc.array(fc.record({ office: fc.string(), since: fc.string() }, { requiredKeys: [] })),
        place: fc.record({ latitude: fc.double(), longitude: fc.float() }),
      },
      { requiredKeys: [] },
    ),
  );

  it('takes any JSON without a fault, and leaves alone what it gave back', () => {
    fc.assert(
      fc.property(jsonish, (given) => {
        const once = checkRecord(register, given);
        const twice = checkRecord(register, once.data);
        assert.deepEqual(twice.data, once.data);
        assert.deepEqual(
          twice.findings.filter(({ rule }) => ['form', 'direction', 'duplicate'].includes(rule)),
          [],
        );
        assert.deepEqual(JSON.parse(JSON.stringify(once.data)), once.data);
      }),
      { numRuns: 500 },
    );
  });

  it('is not led astray by hostile JSON', () => {
    const deep: unknown = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
    for (const hostile of [
      deep,
      { body: deep, theme: deep, contacts: [deep] },
      JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}') as unknown,
    ])
      assert.ok(checkRecord(register, hostile).findings.length > 0);
  });
});
