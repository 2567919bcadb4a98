import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { chartPalettes } from '#kernel/charts/index.ts';
import { anonymous, roles, type Actor } from '#kernel/policy/index.ts';
import { around } from './around.ts';
import { navigationFor, securityHeaders, splitLanguage, themeFrom } from './index.ts';

const statistician: Actor = {
  kind: 'account',
  id: '1',
  email: 'a@b.example',
  name: 'A',
  role: 'statistician',
  organization: { id: 'o', name: 'O', kind: 'secretariat' },
};

test('the header shows what is for everybody, the side what is for this kind of user', () => {
  const entries = [
    { id: 'late', label: 'Late', path: '/late', order: 200 },
    { id: 'plain', label: 'Plain', path: '/plain' },
    { id: 'work', label: 'Work', path: '/work', roles: ['statistician', 'administrator'] },
    { id: 'other', label: 'Other', path: '/other', roles: ['analyst'] },
    { id: 'nobody', label: 'Nobody', path: '/nobody', roles: [] },
  ] as const;
  const ids = (actor: Actor) => {
    const { main, work } = navigationFor(actor, entries);
    return [main.map(({ id }) => id), work.map(({ id }) => id)];
  };
  assert.deepEqual(ids(anonymous), [['plain', 'late'], []]);
  assert.deepEqual(ids(statistician), [['plain', 'late'], ['work']]);
});

test('an entry with roles is never shown to a visitor, whatever they are', () => {
  fc.assert(
    fc.property(fc.subarray(roles.filter((role) => role !== 'public')), (some) => {
      const { main, work } = navigationFor(anonymous, [{ id: 'x', label: 'X', path: '/x', roles: some }]);
      return main.length === 0 && work.length === 0;
    }),
  );
});

test('any address splits into a language and a path, and English is read where there is none', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const split = splitLanguage(path);
      return split.path.startsWith('/') || path === '';
    }),
  );
  assert.deepEqual(splitLanguage('/ar/a/b'), { language: 'ar', path: '/a/b' });
  assert.deepEqual(splitLanguage('/ar'), { language: 'ar', path: '/' });
  assert.deepEqual(splitLanguage('/arab/a'), { language: 'en', path: '/arab/a' });
});

test('a theme is one of three, whatever a cookie says', () => {
  assert.equal(themeFrom('dark'), 'dark');
  for (const odd of ['DARK', '"><script>', '', undefined]) assert.equal(themeFrom(odd), 'system');
});

test('an embed may be framed and has no form; a page without nonce allows no style element', () => {
  const page = securityHeaders('')['Content-Security-Policy'] ?? '';
  const embed = securityHeaders('abc', { embed: true })['Content-Security-Policy'] ?? '';
  assert.ok(page.includes("frame-ancestors 'none'") && !page.includes('nonce'));
  assert.ok(
    embed.includes('frame-ancestors *') && embed.includes("form-action 'none'") && embed.includes("'nonce-abc'"),
  );
});

test('the pages around one hold the first and the last, in order and once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [page, last] = [Math.min(a, b), Math.max(a, b)];
      const shown = around(page, last);
      assert.deepEqual(
        shown,
        [...new Set(shown)].sort((x, y) => x - y),
      );
      assert.ok(shown.includes(1) && shown.includes(page) && shown.includes(last) && shown.length <= 5);
    }),
  );
});

test('the stylesheet has every token that charts are drawn with', () => {
  const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
  assert.deepEqual(
    Object.keys(chartPalettes.light).filter((token) => !css.includes(`--chart-${token}:`)),
    [],
  );
});

test('stylesheets use logical properties, so that Arabic needs no second set', () => {
  const physical =
    /(^|[\s;{])(margin|padding|border)-(left|right)\b|(^|[\s;{])(left|right)\s*:|text-align:\s*(left|right)|float:/;
  for (const name of ['tokens', 'base', 'layout', 'components', 'workspace', 'print']) {
    const css = readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8');
    assert.ok(!physical.test(css), `${name}.css: ${physical.exec(css)?.[0] ?? ''}`);
  }
});
