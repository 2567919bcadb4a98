import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { silentLog } from '#kernel/log/index.ts';
import { openSearch, type SearchDocument, type SearchQuery } from './index.ts';
import { eachWord, type Word } from './words/each-word.ts';

const documents: SearchDocument[] = [
  {
    id: 'area/KEN',
    kind: 'country',
    path: '/areas/KEN',
    audience: 'public',
    title: { en: 'Kenya', ar: 'كينيا', zh: '肯尼亚', ru: 'Кения' },
    names: ['KEN', '404'],
  },
  {
    id: 'area/CIV',
    kind: 'country',
    path: '/areas/CIV',
    audience: 'public',
    title: { en: 'Côte d’Ivoire', es: "Côte d'Ivoire" },
    names: ['CIV'],
  },
  {
    id: 'flow/PRISONS',
    kind: 'dataflow',
    path: '/data/PRISONS',
    audience: 'public',
    title: {
      en: 'Prisons and prisoners',
      fr: 'Prisons et détenus',
      ar: 'السجون والسجناء',
      zh: '监狱和囚犯',
      ru: 'Тюрьмы и заключённые',
    },
    text: {
      en: 'Persons held in prison, persons held unsentenced, official capacity of prisons and deaths in custody in Kenya and elsewhere.',
    },
  },
  {
    id: 'indicator/16.3.2',
    kind: 'indicator',
    path: '/indicators/16.3.2',
    audience: 'public',
    title: { en: 'Unsentenced detainees' },
    names: ['16.3.2'],
  },
  { id: 'draft/1', kind: 'dataflow', path: '/data/DRAFT', audience: 'office', title: { en: 'Prison draft' } },
  {
    id: 'demo/1',
    kind: 'dataflow',
    path: '/data/DEMO',
    audience: 'public',
    title: { en: 'Prison demonstration' },
    demonstration: true,
  },
];

async function aSearch() {
  const search = openSearch({ sources: [{ name: 'test', documents: () => documents }], log: silentLog });
  await search.refresh();
  return (text: string, more: Partial<SearchQuery> = {}) =>
    search.find({ text, language: 'en', audiences: ['public'], demonstration: false, page: 1, size: 10, ...more });
}
const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  eachWord(text, (word) => void words.push(word));
  return words;
};
const ids = (answer: { hits: readonly { id: string }[] }) => answer.hits.map(({ id }) => id);

test('a country is found in any of its languages, without accents, and by its code', async () => {
  const find = await aSearch();
  for (const text of ['kenya', 'KEN', 'كينيا', '肯尼亚', 'Кения']) assert.equal(ids(find(text))[0], 'area/KEN', text);
  for (const text of ['cote divoire', "COTE D'IVOIRE", 'Côte d’Ivoire', 'cote'])
    assert.deepEqual(ids(find(text)), text === 'cote divoire' ? [] : ['area/CIV'], text);
});

test('plural, case and article do not matter in six languages', async () => {
  const find = await aSearch();
  for (const text of ['prison', 'prisoners', 'détenu', 'سجون', '监狱', 'тюрьма', 'Тюрьмы'])
    assert.ok(ids(find(text)).includes('flow/PRISONS'), text);
});

test('every word must be there, unless nothing has them all and the reader takes less, and codes are words', async () => {
  const find = await aSearch();
  assert.deepEqual(ids(find('prison capacit')), []);
  const beginning = find('prison capacit', { relax: true });
  assert.deepEqual([ids(beginning), beginning.matched], [['flow/PRISONS'], 'beginning']);
  assert.deepEqual(ids(find('prison elephant')), []);
  const some = find('prison elephant', { relax: true });
  assert.deepEqual([ids(some), some.matched], [['flow/PRISONS'], 'some']);
  assert.deepEqual(ids(find('16.3.2')), ['indicator/16.3.2']);
});

test('what the reader may not see is in no hit and in no count; demonstration stands apart', async () => {
  const find = await aSearch();
  assert.deepEqual(find('prison').kinds, [{ kind: 'dataflow', count: 1 }]);
  assert.equal(find('prison', { audiences: ['public', 'office'] }).total, 2);
  assert.equal(find('draft').total, 0);
  const both = find('prison', { demonstration: true });
  assert.deepEqual([ids(both), both.total, ids({ hits: both.demonstration })], [['flow/PRISONS'], 1, ['demo/1']]);
  assert.deepEqual(find('prison').demonstration, []);
});

test('the piece of text shows the match, marked', async () => {
  const find = await aSearch();
  const snippet = find('capacity').hits[0]?.snippet;
  assert.ok(snippet !== undefined);
  assert.deepEqual(
    snippet.marks.map(([start, end]) => snippet.text.slice(start, end)),
    ['capacity'],
  );
});

test('law: a word of a document finds it, whatever text it stands in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 8 }),
      async (texts) => {
        const search = openSearch({
          sources: [
            {
              name: 't',
              documents: () =>
                texts.map((text, n) => ({
                  id: `${n}`,
                  kind: 'k',
                  path: '/',
                  audience: 'public' as const,
                  title: { en: text },
                })),
            },
          ],
          log: silentLog,
        });
        await search.refresh();
        for (const [n, text] of texts.entries()) {
          const word = wordsOf(text)[0];
          if (word === undefined) continue;
          const found = search.find({
            text: text.slice(word.start, word.end),
            language: 'en',
            audiences: 'all',
            demonstration: false,
            page: 1,
            size: 100,
          });
          assert.ok(found.hits.some(({ id }) => id === `${n}`));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('law: places of words lie in the text, and no word is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { start, end, raw } of wordsOf(text)) {
        assert.ok(start >= 0 && start < end && end <= text.length);
        assert.ok(raw.length > 0);
      }
    }),
  );
});

test('a rebuild that fails leaves the old index, says so, and the next one heals it', async () => {
  let broken = false;
  const source = {
    name: 'moody',
    documents: function* () {
      if (broken) throw new Error('the database is away');
      yield* documents;
    },
  };
  const search = openSearch({ sources: [source], log: silentLog });
  await search.refresh();
  broken = true;
  await search.refresh();
  assert.equal(search.state().documents, documents.length);
  assert.equal(search.state().caughtUp, false);
  broken = false;
  await search.refresh();
  assert.equal(search.state().caughtUp, true);
});

test('a word that no document of the reader has is corrected to one that one has, as it is written there', async () => {
  const find = await aSearch();
  assert.equal(find('prisoon').spelling, 'prison');
  assert.equal(find('Côte d’Ivoirre').spelling, undefined);
  assert.equal(find('capcity of prisons').spelling, 'capacity of prisons');
  assert.equal(find('заклученные').spelling, 'заключённые');
  assert.equal(find('drafft').spelling, undefined);
  assert.equal(find('drafft', { audiences: ['public', 'office'] }).spelling, 'draft');
});

test('titles and names are proposed as one types, to those who may see them', async () => {
  const search = openSearch({ sources: [{ name: 'test', documents: () => documents }], log: silentLog });
  await search.refresh();
  const proposed = (text: string, ...more: 'office'[]): string[] =>
    search.suggest({ text, language: 'en', audiences: ['public', ...more], size: 5 }).map(({ id }) => id);
  for (const text of ['k', 'ken', 'Keny', 'كين', '肯', '肯尼', 'Кен'])
    assert.deepEqual(proposed(text), ['area/KEN'], text);
  assert.deepEqual(proposed('cot'), ['area/CIV']);
  assert.deepEqual(proposed('prisons and pris'), ['flow/PRISONS']);
  assert.deepEqual([proposed('prison dr'), proposed('prison dr', 'office')], [[], ['draft/1']]);
  assert.deepEqual(proposed('  ?'), []);
});
