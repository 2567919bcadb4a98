const vowels = 'aeiouy';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);
const asTheyAre = new Set('sky news howe atlas cosmos bias andes'.split(' '));
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
  }),
);
const afterPlural = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '));
const second: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
];
const third: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const fourth = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic'.split(' ');

/** The English stem after the published description of the Porter2 algorithm (M. Porter, Snowball). For lower-case words without accents. */
export function stemEnglish(word: string): string {
  if (word.length < 3 || asTheyAre.has(word)) return word;
  const fixed = irregular.get(word);
  if (fixed !== undefined) return fixed;
  // y is a consonant, written Y, at the beginning and after a vowel.
  let stem = word.replace(/^y/, 'Y').replaceAll(/(?<=[aeiouy])y/g, 'Y');
  const [one, two] = regionsOf(stem);
  stem = withoutPlural(stem);
  if (afterPlural.has(stem)) return stem;
  stem = withoutTense(stem, one);
  stem = stem.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
  stem = replaceEnding(stem, second, one);
  if (stem.endsWith('logi') && stem.length - 3 >= one) stem = stem.slice(0, -1);
  else if (/[cdeghkmnrt]li$/.test(stem) && stem.length - 2 >= one) stem = stem.slice(0, -2);
  stem = replaceEnding(stem, third, one);
  if (stem.endsWith('ative') && stem.length - 5 >= two) stem = stem.slice(0, -5);
  stem = withoutSuffix(stem, two);
  return withoutLast(stem, one, two).toLowerCase();
}

/** Where the parts begin behind the first, and the second, consonant after a vowel. */
function regionsOf(word: string): readonly [number, number] {
  const after = (from: number): number => {
    for (let at = from; at < word.length - 1; at += 1) {
      if (isVowel(word[at]) && !isVowel(word[at + 1])) return at + 2;
    }
    return word.length;
  };
  const one = /^(?:gener|commun|arsen)/.exec(word)?.[0].length ?? after(0);
  return [one, after(one)];
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string, one: number): string {
  const eed = /eed(?:ly)?$/.exec(word);
  if (eed) return eed.index >= one ? word.slice(0, eed.index + 2) : word;
  const tense = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (!tense || !/[aeiouy]/.test(word.slice(0, tense.index))) return word;
  const bare = word.slice(0, tense.index);
  if (/(?:at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(bare)) return bare.slice(0, -1);
  return bare.length <= one && endsShort(bare) ? `${bare}e` : bare;
}

const endsShort = (word: string): boolean => /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/.test(word);

function replaceEnding(word: string, endings: readonly (readonly [string, string])[], from: number): string {
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending)) continue;
    return word.length - ending.length >= from ? word.slice(0, -ending.length) + instead : word;
  }
  return word;
}

function withoutSuffix(word: string, two: number): string {
  if (word.endsWith('ion') && /[st]ion$/.test(word)) return word.length - 3 >= two ? word.slice(0, -3) : word;
  const ending = fourth.find((each) => word.endsWith(each));
  return ending !== undefined && word.length - ending.length >= two ? word.slice(0, -ending.length) : word;
}

function withoutLast(word: string, one: number, two: number): string {
  const at = word.length - 1;
  if (word.endsWith('e') && (at >= two || (at >= one && !endsShort(word.slice(0, -1))))) return word.slice(0, -1);
  return word.endsWith('ll') && at >= two ? word.slice(0, -1) : word;
}
