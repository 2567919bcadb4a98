import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findMessages } from '../../../scripts/extract-messages.ts';
import { faultOfTranslation } from '../../../scripts/messages/fault-of-translation.ts';

const from = (text: string) =>
  findMessages([{ name: 'a.ts', text: `import { say } from '#kernel/i18n/say.ts';\n${text}` }]);

test('messages are found in every way of writing a literal, and others are pointed out', () => {
  const { ids, unreadable } = from(
    "say('One'); say(`Two`, { a: 1 }); say('Three ' + 'and four'); say(text); say(`${five}`);",
  );
  assert.deepEqual([...ids], ['One', 'Two', 'Three and four']);
  assert.deepEqual(unreadable, ['a.ts:2', 'a.ts:2']);
});

test('a function of that name from elsewhere marks nothing', () => {
  assert.equal(findMessages([{ name: 'b.ts', text: "const say = console.log; say('Not a message');" }]).ids.size, 0);
});

test('a translation that drops or invents a value, an element or a plural form is refused', () => {
  const rows = '{n, plural, one {# row} other {# rows}}';
  assert.equal(
    faultOfTranslation('fr', rows, '{n, plural, one {# ligne} many {# de lignes} other {# lignes}}'),
    undefined,
  );
  assert.match(faultOfTranslation('fr', rows, 'lignes') ?? '', /value \{n\}/);
  assert.match(faultOfTranslation('fr', 'Hello {name}', 'Bonjour {nom}') ?? '', /value/);
  assert.match(faultOfTranslation('ru', rows, '{n, plural, one {# строка} other {# строк}}') ?? '', /plural form/);
  assert.match(faultOfTranslation('zh', 'Read <a>it</a>', '阅读') ?? '', /elements/);
});

test('every translation that is there is well formed', () => {
  for (const language of ['ar', 'es', 'fr', 'ru', 'zh']) {
    const path = new URL(`./catalogues/${language}.json`, import.meta.url);
    const catalogue = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    const faults = Object.entries(catalogue)
      .filter(([, translation]) => translation !== '')
      .flatMap(([id, translation]) => faultOfTranslation(language, id, translation) ?? []);
    assert.deepEqual(faults, [], language);
  }
});
