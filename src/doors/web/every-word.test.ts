import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { aSite } from './testing/a-site.ts';
import { accountPaths, anAdministrator, publicPaths } from './testing/page-list.ts';

let site: Awaited<ReturnType<typeof aSite>>;
before(async () => (site = await aSite({ actor: anAdministrator, site: { pseudo: true } })));
after(() => site.close());

// Names of languages and of the platform, figures, codes, and what the record or a person entered.
const names = [
  'العربية',
  'English',
  'Español',
  'Français',
  'Русский',
  '中文',
  'Mandata',
  'Amina Odhiambo',
  'Office',
  'Kenya',
];
const unmarked = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  !/[áéíóúýçñÅÉØ]/.test(text) &&
  !names.some((name) => text.includes(name)) &&
  !/@|CSV|SVG/.test(text) &&
  !/^\d{1,2} \w{3} \d{4}, \d\d:\d\d UTC$/.test(text);

for (const path of [...publicPaths, ...accountPaths.filter((one) => one !== '/styleguide')]) {
  test(`every word of ${path || 'the front page'} is marked for translation`, async () => {
    const answer = await site.app.request(`/en${path}`, { headers: { accept: 'text/html' } });
    const { document } = parseHTML(await answer.text());
    for (const hidden of document.querySelectorAll('script, code, svg, .hit-text, option, noscript, main [lang]'))
      hidden.remove();
    const texts = [...document.querySelectorAll('body *')].flatMap((element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => (textContent ?? '').trim()),
    );
    const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    assert.deepEqual([...texts, ...labels].filter(unmarked), []);
    assert.ok(texts.length > 20);
  });
}
