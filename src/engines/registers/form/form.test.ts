import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '#kernel/i18n/say.ts';
import { defineCodeList } from '../fields/code-list.ts';
import {
  code,
  country,
  date,
  group,
  link,
  money,
  number,
  party,
  period,
  point,
  quantity,
  reference,
  richText,
  text,
  yesNo,
} from '../fields/constructors.ts';
import { specsOf } from '../fields/field.ts';
import { fillForm } from './fill-form.ts';
import type { FormField } from './form-field.ts';
import { readForm } from './read-form.ts';

const themes = defineCodeList('themes', 'Themes', [
  { id: 'crime', label: 'Crime' },
  { id: 'bribery', label: 'Bribery', broader: 'crime' },
]);
const fields = specsOf({
  name: text(say('Name')).translatable().required(),
  number: text(say('Number')),
  tags: text(say('Tags')).many(),
  body: richText(say('Text')),
  seats: number(say('Seats'), { decimals: 1 }),
  open: yesNo(say('Open')),
  theme: code(say('Theme'), themes),
  themes: code(say('Themes'), themes).many(),
  states: country(say('States')).many(),
  decided: date(say('Decided')),
  covers: period(say('Covers')),
  fine: money(say('Fine')),
  weight: quantity(say('Weight'), ['KG']),
  place: point(say('Place')),
  author: party(say('Author')),
  web: link(say('Web')).many(),
  cites: reference(say('Cites'), { register: 'laws', relation: 'cites', inverse: say('Cited by') }).many(),
  contacts: group(say('Contacts'), {
    office: text(say('Office')).translatable(),
    days: text(say('Days')).many(),
  }).many(),
});

const filling = { errors: new Map(), titleOf: () => undefined, closed: () => say('closed') };

/** What a browser sends of a form that nobody touched. */
function sent(form: readonly FormField[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const put = (name: string, value: string): void => void names.set(name, [...(names.get(name) ?? []), value]);
  const walk = ({ path, input }: FormField): void => {
    if (input.type === 'rows') input.rows.flat().forEach(walk);
    else if (input.type === 'parts') input.parts.forEach(walk);
    else if (input.type === 'languages')
      for (const [language, value] of Object.entries(input.values)) put(`${path}.${language}`, value);
    else if (input.type === 'some-of') for (const value of input.chosen) put(path, value);
    else if (input.type === 'one-of') put(path, input.chosen);
    else if (input.type === 'file') put(path, input.kept?.value ?? '');
    else put(path, input.value);
  };
  form.forEach(walk);
  return names;
}

const record = {
  name: { en: 'An office', ar: 'مكتب' },
  number: 'A-1',
  tags: ['one', 'two'],
  body: '# Heading\n\nA paragraph.',
  seats: 2.5,
  open: false,
  theme: 'bribery',
  themes: ['crime', 'bribery'],
  states: ['KEN', 'FRA'],
  decided: '2019-05',
  covers: { from: '2019' },
  fine: { amount: '100.50', currency: 'KES' },
  weight: { value: 3, unit: 'KG' },
  place: { latitude: -1.28, longitude: 36.8 },
  author: { name: 'Registry', kind: 'body' },
  web: [{ url: 'https://example.org', label: 'Example' }],
  cites: ['law-1'],
  contacts: [{ office: { fr: 'Greffe' }, days: ['Monday'] }, { office: { en: 'Desk' } }],
};

describe('the form of a record', () => {
  it('sent back untouched is the same record', () => {
    assert.deepEqual(readForm(fields, sent(fillForm(fields, record, filling))), record);
  });

  it('left empty is an empty record', () => {
    assert.deepEqual(readForm(fields, sent(fillForm(fields, {}, filling))), {});
  });

  it('leaves out rows that were emptied, wherever they stand', () => {
    const entered = sent(fillForm(fields, record, filling));
    entered.set('tags.1', ['']);
    entered.set('contacts.1.office.fr', ['']);
    entered.set('contacts.1.days.1', [' ']);
    const read = readForm(fields, entered);
    assert.deepEqual(read['tags'], ['two']);
    assert.deepEqual(read['contacts'], [{ office: { en: 'Desk' } }]);
  });

  it('reads numbers as people write them, and hands on what is none for the check to name', () => {
    const seats = (written: string): unknown => readForm(fields, new Map([['seats', [written]]]))['seats'];
    assert.equal(seats('1 234,5'), 1234.5);
    assert.equal(seats('a few'), 'a few');
  });

  it('shows what is wrong in its place', () => {
    const errors = new Map([['contacts.1.office', [say('Too long.')]]]);
    const [contacts] = fillForm(fields, record, { ...filling, errors }).filter(({ path }) => path === 'contacts');
    assert.ok(contacts?.input.type === 'rows');
    assert.deepEqual(contacts.input.rows[0]?.find(({ path }) => path === 'contacts.1.office')?.errors, [
      say('Too long.'),
    ]);
  });
});
