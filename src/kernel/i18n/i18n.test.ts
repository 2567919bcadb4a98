import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatsOf, isLanguage, languages, negotiateLanguage, say, sorted, textIn, translate } from './index.ts';
import { pseudo } from './pseudo.ts';
import { translator } from './translator.ts';

test('a message without translation is shown in English, with its values', () => {
  assert.equal(
    translate('fr', say('{n} of {all} rows (never translated)', { n: 3, all: 5 })),
    '3 of 5 rows (never translated)',
  );
});

test('Arabic takes each of its six plural forms', () => {
  const id = '{n, plural, one {# row} other {# rows}}';
  const t = translator('ar', {
    [id]: '{n, plural, zero {صفر} one {صف} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}',
  });
  const said = [0, 1, 2, 5, 11, 100, 1000].map((n) => t(say(id, { n })));
  assert.deepEqual(said, ['صفر', 'صف', 'صفان', '5 صفوف', '11 صفًا', '100 صف', '1,000 صف']);
});

test('an empty translation counts as missing', () => {
  assert.equal(translator('es', { Save: '' })(say('Save')), 'Save');
});

test('names that every object has are no translations', () => {
  assert.equal(translate('es', say('constructor')), 'constructor');
});

test('text of the record says which language stands in', () => {
  assert.deepEqual(textIn('ar', { fr: 'Prisons' }), { text: 'Prisons', lang: 'fr', dir: 'ltr', isFallback: true });
  assert.deepEqual(textIn('ar', { ar: 'السجون', en: 'Prisons' }), {
    text: 'السجون',
    lang: 'ar',
    dir: 'rtl',
    isFallback: false,
  });
  assert.equal(textIn('zh', { zh: '', en: 'Prisons' }).lang, 'en');
});

test('whatever a browser sends, one of the six languages comes out', () => {
  fc.assert(fc.property(fc.string(), (header) => isLanguage(negotiateLanguage(header))));
  assert.equal(negotiateLanguage('de-DE,ru;q=0.3,fr-CA;q=0.8,en;q=0'), 'fr');
  assert.equal(negotiateLanguage('de, en;q=0'), 'en');
  assert.equal(negotiateLanguage(undefined), 'en');
});

test('numbers keep Latin digits in every language and shares are of 100', () => {
  for (const language of languages) assert.match(formatsOf(language).number(65_797), /^65\D?797$/);
  assert.equal(formatsOf('en').percent(31.54), '31.5%');
  assert.equal(formatsOf('en').date('2026-11-22'), '22 November 2026');
  assert.equal(formatsOf('en').bytes(1_530_000), '1.5 MB');
});

test('lists are sorted as readers of the language expect, numbers by value', () => {
  assert.deepEqual(
    sorted('es', ['Article 10', 'Article 9', 'Ñu', 'Oso', 'Nube'], (word) => word),
    ['Article 9', 'Article 10', 'Nube', 'Ñu', 'Oso'],
  );
});

test('the pseudo-locale shows every text bracketed and longer', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const shown = pseudo(translator('en', {}))(text);
      return shown.startsWith('[') && shown.endsWith(']') && shown.length > text.length * 1.3;
    }),
  );
});
