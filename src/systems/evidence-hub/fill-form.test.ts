import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { checkForm, formSchema, renderForm, type Form } from './fill-form.ts';
import { demonstrationForms } from './index.ts';

const form: Form = {
  name: { en: 'Preservation request', fr: 'Demande de conservation' },
  parts: [
    { key: 'authority', heading: { en: 'Requesting authority', fr: 'Autorité requérante' }, required: true },
    { key: 'facts', heading: { en: 'Facts' } },
    { key: 'accounts', heading: { en: 'Account identifiers', fr: 'Identifiants du compte' }, required: true },
  ],
};

describe('filling in a model form', () => {
  it('names what is missing, in the order of the form and the language of the reader', () => {
    assert.deepEqual(checkForm(form, { facts: 'A letter came.', accounts: ' \n\t' }, 'fr').missing, [
      { key: 'authority', heading: 'Autorité requérante' },
      { key: 'accounts', heading: 'Identifiants du compte' },
    ]);
    assert.throws(() => renderForm(form, { accounts: 'x' }), /must be filled in: Requesting authority\./);
  });

  it('does not lose an answer to a part that is not in the form', () => {
    const answers = { authority: 'Desk', accounts: 'a@b.example', urgency: 'tomorrow' };
    assert.deepEqual(checkForm(form, answers), { missing: [], unknown: ['urgency'] });
    assert.throws(() => renderForm(form, answers), /no such parts: urgency/);
  });

  it('takes no inherited name for an answer', () => {
    const odd: Form = { ...form, parts: [{ key: 'constructor', heading: { en: 'Builder' }, required: true }] };
    assert.equal(checkForm(odd, {}).missing.length, 1);
  });

  it('is written as plain text with the numbers of the form', () => {
    assert.equal(
      renderForm(form, { accounts: 'a@b.example\r\n\r\n2. Facts\u0007', authority: ' Desk of requests ' }),
      [
        'Preservation request',
        '====================',
        '',
        '1. Requesting authority',
        '',
        '   Desk of requests',
        '',
        '3. Account identifiers',
        '',
        '   a@b.example',
        '',
        '   2. Facts',
        '',
      ].join('\n'),
    );
  });

  it('no answer can look like a heading of the form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\r', '\r\n', '\u2028'), (text, end) => {
        const answer = `x${end}9. Forged${end}${text}`;
        const headings = renderForm(form, { authority: answer, accounts: answer })
          .split('\n')
          .filter((line) => /^\d+\. /u.test(line));
        assert.deepEqual(headings, ['1. Requesting authority', '3. Account identifiers']);
      }),
    );
  });

  it('each model form that comes with the house can be filled in, and not without what it requires', () => {
    for (const { id, data } of demonstrationForms()) {
      const model = formSchema.parse(data);
      const needed = model.parts.filter(({ required }) => required === true).map(({ key }) => key);
      const answers = Object.fromEntries(needed.map((key) => [key, `Answer to ${key}`]));
      assert.deepEqual(checkForm(model, answers), { missing: [], unknown: [] }, id);
      for (const language of ['en', 'ar', 'zh'])
        assert.ok(renderForm(model, answers, language).startsWith(String(model.name[language])), id);
      assert.deepEqual(
        checkForm(model, {}).missing.map(({ key }) => key),
        needed,
      );
    }
  });
});
