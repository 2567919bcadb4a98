import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SearchQuery } from './answer.ts';
import type { SearchDocument } from './document.ts';
import { find } from './find.ts';
import { segmentBuilder } from './segment/segment-builder.ts';
import type { Segment } from './segment/segment.ts';
import { documentsOf, strikeOut } from './segment/strike-out.ts';
import { keyOf } from './segment/segment-builder.ts';
import { contentsFor, naiveCounts, naiveMatches, passes, written, type NaiveQuery } from './testing/naive-search.ts';
import { corpus, query, vocabulary } from './testing/random-corpus.ts';
import { queryTermsOf, termsOf } from './words/terms-of.ts';

async function segmentsOf(documents: readonly SearchDocument[], pieces: number): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const builder = segmentBuilder();
    for (const [nth, document] of documents.entries()) if (nth % pieces === piece) builder.add('s', document);
    segments.push(await builder.finished());
  }
  return segments;
}

const remove = (segments: readonly Segment[], id: string): void => {
  for (const segment of segments)
    for (const document of documentsOf(segment, keyOf('s', id))) strikeOut(segment, document);
};
const asSearched = ({ asked, audiences, filters }: NaiveQuery): SearchQuery => ({
  text: written(asked),
  language: 'en',
  audiences,
  filters,
  facets: ['country', 'topic', 'kind'],
  demonstration: false,
  page: 1,
  size: 1000,
});

test('no two words of the random texts are forms of one', () => {
  for (const one of vocabulary) {
    for (const other of vocabulary) {
      for (const language of ['en', 'fr', 'es', undefined] as const) {
        const meet = queryTermsOf(one).some((term) => termsOf(other, language).includes(term));
        assert.equal(meet, one === other, `${one} ${other}`);
      }
    }
  }
});

test('law: whoever asks and whatever is asked, totals, documents and counts are those of a search that looks at each document', async () => {
  const given = fc.tuple(corpus(40), fc.integer({ min: 1, max: 3 }), fc.array(fc.nat(39), { maxLength: 6 }), query);
  await fc.assert(
    fc.asyncProperty(given, async ([documents, pieces, gone, naive]) => {
      const segments = await segmentsOf(documents, pieces);
      for (const id of gone) remove(segments, `d${id}`);
      const left = documents.filter(({ id }) => !gone.includes(Number(id.slice(1))));
      const matches = naiveMatches(left, naive);
      const expected = matches.filter((document) => passes(document, naive));
      const answer = find(segments, asSearched(naive));
      assert.equal(answer.total, expected.length, written(naive.asked));
      assert.deepEqual(answer.hits.map(({ id }) => id).sort(), expected.map(({ id }) => id).sort());
      for (const facet of ['country', 'topic', 'kind']) {
        const counts = Object.fromEntries((answer.facets[facet] ?? []).map(({ value, count }) => [value, count]));
        assert.deepEqual(counts, naiveCounts(matches, naive, facet), facet);
      }
    }),
    { numRuns: 200 },
  );
});

test('law: an answer is the same, to the last digit of its scores, when what the reader may not see is not there', async () => {
  const given = fc.tuple(corpus(40), fc.integer({ min: 1, max: 3 }), query);
  await fc.assert(
    fc.asyncProperty(given, async ([documents, pieces, naive]) => {
      const audiences = naive.audiences === 'all' ? ['public' as const] : naive.audiences;
      const seen = documents.flatMap((document): SearchDocument[] => {
        const [open, ...parts] = contentsFor(document, audiences);
        if (open === undefined) return [];
        const { restricted: _all, ...rest } = document;
        const shown = (document.restricted ?? []).filter((part) => parts.includes(part));
        return [{ ...rest, ...(shown.length > 0 && { restricted: shown }) }];
      });
      const asked = { ...asSearched({ ...naive, audiences }), relax: true, demonstration: true };
      assert.deepEqual(find(await segmentsOf(documents, pieces), asked), find(await segmentsOf(seen, 1), asked));
    }),
    { numRuns: 150 },
  );
});

test('law: any text is answered', async () => {
  const segments = await segmentsOf(
    [{ id: 'd0', kind: 'law', path: '/', audience: 'public', title: { en: 'prison' } }],
    1,
  );
  const sign = fc.constantFrom(
    '"',
    '(',
    ')',
    '-',
    ' ',
    '*',
    ':',
    '..',
    'OR',
    'AND',
    'NOT',
    '|',
    'prison',
    'year',
    '>',
    '«',
    '-(',
    '((((',
    'constructor',
    '\uD800',
    'السجن',
    '监狱',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
  );
  fc.assert(
    fc.property(text, fc.boolean(), (words, relax) => {
      const answer = find(segments, {
        ...asSearched({ asked: { kind: 'word', word: '' }, audiences: ['public'], filters: {} }),
        text: words,
        relax,
      });
      assert.ok(answer.total <= 1);
    }),
    { numRuns: 1500 },
  );
  for (const words of [
    '('.repeat(5000),
    '-'.repeat(5000),
    'a OR '.repeat(2000),
    '"'.repeat(999),
    'NOT '.repeat(300),
    '-(-('.repeat(200),
  ])
    assert.ok(
      find(segments, {
        ...asSearched({ asked: { kind: 'word', word: '' }, audiences: ['public'], filters: {} }),
        text: words,
      }).total <= 1,
    );
});
