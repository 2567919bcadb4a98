const nouns: readonly (readonly [RegExp, string])[] = [
  [/(?:amientos?|imientos?|amiento|imiento)$/, ''],
  [/(?:aciones|acion|adoras?|adores|ador)$/, ''],
  [/(?:iciones|icion)$/, 'i'],
  [/(?:uciones|ucion)$/, 'u'],
  [/(?:ciones|cion)$/, 'c'],
  [/(?:siones|sion)$/, 's'],
  [/(?:encias?|ancias?)$/, 'nc'],
  [/(?:idades|idad)$/, ''],
  [/(?:logias?)$/, 'log'],
  [/(?:ivas?|ivos?)$/, 'iv'],
  [/(?:ables?|ibles?)$/, ''],
  [/(?:ismos?|istas?)$/, ''],
  [/(?:osos?|osas?)$/, ''],
  [/(?:icos?|icas?)$/, 'ic'],
  [/(?:ales|al)$/, 'al'],
];
const verbs =
  /(?:ariamos|eriamos|iriamos|asemos|iesemos|aremos|eremos|iremos|abamos|iendose|andose|arian|erian|irian|ieron|aron|iendo|ando|aban|aria|eria|iria|aran|eran|iran|ados|adas|idos|idas|aste|iste|amos|emos|imos|arse|erse|irse|ado|ada|ido|ida|aba|ara|era|ira|are|ere|ire|an|en|ar|er|ir|ia)$/;

/** A light Spanish stem, of our own: plural, gender, the common endings of nouns and verbs. For lower-case words without accents. */
export function stemSpanish(word: string): string {
  if (word.length < 4) return word;
  const bare = word.length > 7 ? word.replace(/mente$/, '') : word;
  for (const [ending, instead] of nouns) {
    const cut = bare.replace(ending, instead);
    if (cut !== bare && cut.length >= 3) return finish(cut);
  }
  const cut = bare.replace(verbs, '');
  return finish(cut.length >= 3 ? cut : bare);
}

function finish(stem: string): string {
  const single = stem.length > 5 && stem.endsWith('es') ? stem.slice(0, -2) : stem.replace(/(?<=..[aeo])s$/, '');
  const bare = single.length > 3 ? single.replace(/[aeo]$/, '') : single;
  // jueces, juez
  return bare.replace(/c$/, 'z');
}
