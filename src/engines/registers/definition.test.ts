import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '#kernel/i18n/say.ts';
import { defineRegister, type RegisterInput } from './definition.ts';
import { defineCodeList, withNarrower } from './fields/code-list.ts';
import { code, country, date, group, number, reference, richText, text } from './fields/constructors.ts';
import type { Fields, RecordData } from './fields/field.ts';

const themes = defineCodeList('themes', 'Themes', [
  { id: 'crime', label: 'Crime' },
  { id: 'corruption', label: 'Corruption', broader: 'crime' },
  { id: 'bribery', label: 'Bribery', broader: 'corruption' },
]);

const fields = {
  name: text(say('Name')).translatable().required().search('high'),
  country: country(say('State')).facet(),
  theme: code(say('Themes'), themes).many().facet(),
  adopted: date(say('Adopted')).sortable(),
  seats: number(say('Seats'), { least: 0 }),
  body: richText(say('Text')).audience('authorities'),
  cites: reference(say('Cites'), { register: 'laws', relation: 'cites', inverse: say('Cited by') }).many(),
  contacts: group(say('Contacts'), { office: text(say('Office')), since: date(say('Since')) }).many(),
};

const make = (change: Partial<RegisterInput<Fields>> = {}): unknown =>
  defineRegister<Fields>({
    id: 'laws',
    title: 'Laws',
    one: 'Law',
    about: 'Laws.',
    fields,
    titleField: 'name',
    sources: ['A/72/125 para 34'],
    ...change,
  });

describe('the definition of a register', () => {
  it('knows what a record holds', () => {
    const record: RecordData<typeof fields> = {
      name: { en: 'An act', fr: 'Une loi' },
      country: 'KEN',
      theme: ['bribery'],
      contacts: [{ office: 'Registry', since: '2019-05' }],
    };
    // @ts-expect-error a list is no code
    const wrong: RecordData<typeof fields> = { country: ['KEN'] };
    assert.notDeepEqual(record, wrong);
    assert.doesNotThrow(() => make());
  });

  for (const [said, change] of [
    ['a name that no address can hold', { id: 'Laws of states' }],
    ['a title that is not there', { titleField: 'title' }],
    ['a title that is a list of codes', { titleField: 'theme' }],
    ['a title that its readers may not see', { fields: { ...fields, name: text(say('Name')).audience('office') } }],
    ['a field with a name of the API', { fields: { ...fields, id: text(say('Id')) } }],
    ['a key that two records may share', { keyField: 'name' }],
    ['an order by what has none', { order: 'theme' }],
    ['a facet of free text', { fields: { ...fields, note: text(say('Note')).facet() } }],
    ['a group in a group', { fields: { ...fields, outer: group(say('Outer'), { inner: group(say('Inner'), {}) }) } }],
    ['readers of a State that it does not name', { readers: 'own-state' }],
  ] satisfies [string, Partial<RegisterInput<Fields>>][])
    it(`stops the start at ${said}`, () => {
      assert.throws(() => make(change), /register|cannot name/);
    });
});

describe('a code list', () => {
  it('takes the narrower codes along', () => {
    assert.deepEqual(withNarrower(themes, 'crime'), ['crime', 'corruption', 'bribery']);
    assert.deepEqual(withNarrower(themes, 'bribery'), ['bribery']);
  });

  it('is refused when it goes round in a circle or leads nowhere', () => {
    const term = (id: string, broader: string) => ({ id, label: id, broader });
    assert.throws(() => defineCodeList('x', 'X', [term('a', 'b'), term('b', 'a')]), /under itself/);
    assert.throws(() => defineCodeList('x', 'X', [term('a', 'b')]), /not in it/);
  });
});
