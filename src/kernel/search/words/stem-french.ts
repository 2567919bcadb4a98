// Endings of nouns and adjectives in the singular; the longest that fits is taken once.
const endings: readonly (readonly [RegExp, string])[] = [
  [/issement$/, ''],
  [/(?:atrice|ateur|ation)$/, 'at'],
  [/(?:itrice|iteur|ition)$/, 'it'],
  [/(?:utrice|uteur|ution)$/, 'ut'],
  [/(?:ctrice|cteur|ction)$/, 'ct'],
  [/amment$/, 'ant'],
  [/emment$/, 'ent'],
  [/(?<=...)ement$/, ''],
  [/(?<=...[eiu])ment$/, ''],
  [/(?<=..)(?:euse|eur)$/, ''],
  [/(?:iere|ier)$/, 'i'],
  [/(?:logie|logique|logue)$/, 'log'],
  [/(?<=...)(?:iste|isme|able|ible|abilite|ibilite)$/, ''],
  [/(?:ivite|ive|if)$/, 'if'],
  [/(?<=...)ite$/, ''],
  [/(?<=..)(?:elle|el|ale|al)$/, 'al'],
  [/(?<=..)(?:ique|icite)$/, 'ic'],
  [/(?<=...)(?:ance|ence|ante|ente|ant|ent)$/, ''],
  [/(?<=...)ssion$/, 'ss'],
  [/(?<=...)tion$/, 't'],
  [/(?<=...)sion$/, 's'],
];
const verbs =
  /(?<=...)(?:eraient|irait|erait|erions|eront|erons|iront|aient|issant|issait|assent|erent|irent|ions|ait|ons|ees?|ez|er|ir|re|era|e)$/;

/** A light French stem, of our own: plural, feminine, the common endings of nouns and verbs. For lower-case words without accents. */
export function stemFrench(word: string): string {
  if (word.length < 4) return word;
  const single = singular(word);
  for (const [ending, instead] of endings) {
    const cut = single.replace(ending, instead);
    if (cut !== single && cut.length >= 3) return finish(cut);
  }
  return finish(single.replace(verbs, ''));
}

function singular(word: string): string {
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 5) return `${word.slice(0, -2)}l`;
  return word.replace(/(?<=...)[sx]$/, '');
}

/** Double letters, and what feminine and participle leave behind: condamné, condamnée, condamner. */
function finish(stem: string): string {
  const bare = stem.length > 3 ? stem.replace(/[ei]$/, '') : stem;
  return bare.length > 3 ? bare.replace(/(.)\1$/, '$1') : bare;
}
