import { readFileSync } from 'node:fs';
import { fold } from './fold.ts';

const article = /^(?:وبال|وكال|وفال|ولل|وال|بال|كال|فال|لل|ال)(?=..)/;
const conjunction = /^[وف](?=....)/;
const endings = /(?:اتها|اتهم|ياتها|يات|تها|تهم|ات|ون|ين|ان|ها|هم|هن|نا|وا|يه|ه|ي|ت)$/;

/** A light Arabic stem of our own: article, conjunction, endings. For folded words. Never below three letters. */
function lightStem(word: string): string {
  const bare = keep(word, word.replace(article, ''));
  const alone = bare === word ? keep(word, word.replace(conjunction, '').replace(article, '')) : bare;
  return keep(alone, alone.replace(endings, ''));
}

const keep = (before: string, after: string): string => (after.length >= 3 ? after : before);

const canonical = readPlurals();

/**
 * Stems of a folded Arabic word: one, and a second where its first letter may be a preposition grown to it (لمكافحة, بموجب). Plurals
 * that change the word itself (جرائم: جريمة) come from the table beside.
 */
export function stemsArabic(word: string): readonly string[] {
  const stem = canonicalOf(word);
  if (!/^[لبك](?!ل).{4,}/.test(word)) return [stem];
  const without = canonicalOf(word.slice(1));
  return without === stem ? [stem] : [stem, without];
}

function canonicalOf(word: string): string {
  const stem = lightStem(word);
  return canonical.get(stem) ?? stem;
}

/** Lines of `singular plural …`; each plural's stem leads to the singular's. */
function readPlurals(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const line of readFileSync(new URL('arabic-plurals.txt', import.meta.url), 'utf8').split('\n')) {
    const [singular, ...plurals] = line.split(' ').filter((word) => word !== '');
    if (singular === undefined || singular.startsWith('#')) continue;
    const stem = lightStem(fold(singular));
    for (const plural of plurals) {
      const other = lightStem(fold(plural));
      if (other !== stem) table.set(other, stem);
    }
  }
  return table;
}
