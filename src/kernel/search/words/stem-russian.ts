const gerund = /(?:(?<=[ая])(?:вшись|вши|в)|(?:ив|ыв)(?:шись|ши)?)$/g;
const reflexive = /с[яь]$/g;
const adjective = /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/g;
const participle = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|(?:ивш|ывш|ующ))$/g;
const verb =
  /(?:(?<=[ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)|(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю))$/g;
const noun =
  /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/g;

/** The Russian stem after the published description of the Snowball algorithm. For lower-case words with ё written as е. */
export function stemRussian(word: string): string {
  const start = (/[аеиоуыэюя]/.exec(word)?.index ?? word.length) + 1;
  const head = word.slice(0, start);
  const region = /[аеиоуыэюя][^аеиоуыэюя](?:.*?[аеиоуыэюя][^аеиоуыэюя])(.*)$/.exec(word)?.[1]?.length ?? 0;
  let rest = word.slice(start);
  const cut = (ending: RegExp): boolean => {
    const whole = head + rest;
    // Endings lie behind the first vowel; the letter that they ask for before them may be that vowel.
    ending.lastIndex = start;
    const found = ending.exec(whole);
    if (!found) return false;
    rest = whole.slice(start, found.index);
    return true;
  };
  if (!cut(gerund)) {
    cut(reflexive);
    if (cut(adjective)) cut(participle);
    else if (!cut(verb)) cut(noun);
  }
  if (rest.endsWith('и')) rest = rest.slice(0, -1);
  const derived = /ость?$/.exec(rest);
  if (derived && region >= word.length - start - derived.index) rest = rest.slice(0, derived.index);
  rest = rest
    .replace(/ейше?$/, '')
    .replace(/нн$/, 'н')
    .replace(/ь$/, '');
  return head + rest;
}
