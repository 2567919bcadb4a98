import type { SearchDocument } from '#kernel/search/index.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const consonants = 'bdfgklmnprtvz';
const vowels = 'aiou';
const vocabularySize = 60_000;

/** Words that no stemmer of ours or of a peer changes, so that totals can be compared. */
const words = Array.from({ length: vocabularySize }, (_, nth) => {
  let rest = nth;
  let word = '';
  for (let syllable = 0; syllable < 3 || rest > 0; syllable += 1) {
    word += (consonants[rest % 13] ?? '') + (vowels[Math.floor(rest / 13) % 4] ?? '');
    rest = Math.floor(rest / 52);
  }
  return `${word}k`;
});

// Zipf with exponent 1, by its distribution function.
const sums = new Float64Array(vocabularySize);
for (let nth = 0, sum = 0; nth < vocabularySize; nth += 1) sums[nth] = sum += 1 / (nth + 3);

/** A word as frequent as its rank says. */
export function zipfWord(random: () => number): string {
  const wanted = random() * (sums[vocabularySize - 1] ?? 0);
  let low = 0;
  let high = vocabularySize - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? '';
}

export const facetNames = ['country', 'crime', 'article', 'lang', 'kind'] as const;
export const countries = Array.from({ length: 193 }, (_, nth) => `C${nth}`);
const kinds = ['law', 'case', 'strategy', 'resource', 'decision'];

/** Documents of about 150 words, with five facets of 193, 16, 41, 6 and 5 values; two of them take several. */
export function* documents(count: number, seed = 1): Generator<SearchDocument> {
  const random = seeded(seed);
  const pick = (most: number): number => Math.floor(random() ** 2 * most);
  const several = (sign: string, most: number): string[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => `${sign}${pick(most)}`)),
  ];
  const some = (size: number): string => Array.from({ length: size }, () => zipfWord(random)).join(' ');
  for (let nth = 0; nth < count; nth += 1) {
    yield {
      id: `d${nth}`,
      kind: kinds[pick(5)] ?? 'law',
      path: `/d/${nth}`,
      audience: random() < 0.9 ? 'public' : 'office',
      title: { en: some(6) },
      text: { en: some(120 + Math.floor(random() * 50)) },
      facets: {
        country: [countries[pick(193)] ?? ''],
        crime: several('X', 16),
        article: several('A', 41),
        lang: [`L${pick(6)}`],
      },
      numbers: { year: 1990 + pick(35) },
    };
  }
}

/** Queries of one to three words, more or less frequent ones; half of them within one country. */
export function queries(count: number, seed = 7): { words: string[]; country?: string }[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, nth) => {
    const distinct = new Set<string>();
    const size = 1 + Math.floor(random() * 3);
    while (distinct.size < size) distinct.add(zipfWord(random));
    const country = countries[Math.floor(random() ** 2 * 193)];
    return { words: [...distinct], ...(nth % 2 === 1 && country !== undefined && { country }) };
  });
}
