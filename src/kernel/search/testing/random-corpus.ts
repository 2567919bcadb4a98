import fc from 'fast-check';
import type { Audience } from '#kernel/policy/audience.ts';
import type { SearchDocument } from '../document.ts';
import type { Asked, NaiveQuery } from './naive-search.ts';

/** Words of which none is another one's form in any of the languages. */
export const vocabulary = [
  'prison', 'drug', 'court', 'victim', 'judge', 'border', 'seizure', 'cannabis', 'zulu', 'kiwi',
  'тюрьма', 'закон', 'سجن', 'محكمة', '2019', 'kenya', 'prisma', 'drum',
] as const; // prettier-ignore
const audiences: readonly Audience[] = ['public', 'partners', 'authorities', 'office', 'state:KEN', 'case:7'];
const countries = ['KEN', 'FRA', 'PER'];
const topics = ['drugs', 'crime', 'prisons', 'money'];

const word = fc.constantFrom(...vocabulary);
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const facets = fc.record({
  country: fc.subarray(countries),
  topic: fc.subarray(topics),
});

const document = (id: number): fc.Arbitrary<SearchDocument> =>
  fc
    .record({
      kind: fc.constantFrom('law', 'case'),
      audience: fc.constantFrom(...audiences),
      title: fc.record({ en: text }),
      text: fc.record({ en: text, fr: text }, { requiredKeys: [] }),
      names: fc.array(text, { maxLength: 1 }),
      year: fc.option(fc.integer({ min: 2000, max: 2005 })),
      facets,
      restricted: fc.array(
        fc.record({ audience: fc.constantFrom(...audiences), text: fc.record({ en: text }), facets }),
        {
          maxLength: 2,
        },
      ),
      demonstration: fc.boolean().map((one) => one && id % 7 === 0),
    })
    .map(({ year, ...rest }) => ({
      ...rest,
      id: `d${id}`,
      path: `/d/${id}`,
      ...(year !== null && { numbers: { year } }),
    }));

export const corpus = (most: number): fc.Arbitrary<readonly SearchDocument[]> =>
  fc.integer({ min: 0, max: most }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, id) => document(id))));

const { asked } = fc.letrec<{ asked: Asked; leaf: Asked }>((tie) => ({
  leaf: fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('word' as const), word }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('phrase' as const),
        words: fc.array(word, { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('beginning' as const),
        word: fc.constantFrom('pri', 'dr', 'ka', 'cann', '20', 'тю'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('facet' as const),
        facet: fc.constant('country'),
        value: fc.constantFrom(...countries, 'XXX'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1999, max: 2006 }), fc.integer({ min: 0, max: 4 }))
        .map(([from, span]) => ({ kind: 'years' as const, from, to: from + span })),
    },
  ),
  asked: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('asked'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('asked') }),
  ),
}));

export const query: fc.Arbitrary<NaiveQuery> = fc.record({
  asked,
  // Whoever asks may read what is public.
  audiences: fc.oneof(
    fc.subarray(audiences.slice(1)).map((more) => ['public' as const, ...more]),
    fc.constant('all' as const),
  ),
  filters: fc.record(
    { country: fc.subarray(countries), topic: fc.subarray(topics), kind: fc.subarray(['law', 'case']) },
    { requiredKeys: [] },
  ),
});
