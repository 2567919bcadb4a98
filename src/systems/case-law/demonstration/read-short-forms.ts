type Group = Readonly<Record<string, unknown>>;

const parts: Readonly<Record<string, string>> = {
  D: 'defendant',
  V: 'victim',
  W: 'witness',
  M: 'migrant',
  L: 'legal-person',
};
const genders: Readonly<Record<string, string>> = { f: 'female', m: 'male', o: 'other' };

/** Reads `D1 m 44 KEN`. Throws a `TypeError` when the letter stands for no part in a case. */
export function readPerson(short: string): Group {
  const [pseudonym = '', gender = '-', age = '-', nationality = '-'] = short.split(' ');
  const part = parts[pseudonym.slice(0, 1)];
  if (part === undefined) throw new TypeError(`“${short}” has no part in the case.`);
  return {
    pseudonym,
    part,
    ...(genders[gender] === undefined ? {} : { gender: genders[gender] }),
    ...(age === '-' ? {} : { age: Number(age) }),
    ...(nationality === '-' ? {} : { nationality }),
  };
}

/** Reads `D1 | Trafficking in persons | guilty | 12y 6m concurrent fine:500KES`. Throws a `TypeError` at a word that it does not know. */
export function readCharge(short: string): Group {
  const [defendant = '', offence = '', verdict = '', sentence = ''] = short.split('|').map((each) => each.trim());
  return Object.assign({ defendant, offence, verdict }, ...sentence.split(' ').filter(Boolean).map(readSentence));
}

function readSentence(word: string): Group {
  const term = /^(\d+)([ymd])$/.exec(word);
  if (term !== null) return { [{ y: 'years', m: 'months', d: 'days' }[term[2] ?? ''] ?? '']: Number(term[1]) };
  const money = /^(fine|compensation|confiscated):(\d+)([A-Z]{3})$/.exec(word);
  if (money !== null) return { [money[1] ?? '']: { amount: money[2], currency: money[3] } };
  if (['life', 'concurrent', 'suspended'].includes(word)) return { [word]: true };
  throw new TypeError(`“${word}” is no part of a sentence.`);
}

/** Reads `mutual-assistance UGA untoc 18`. */
export function readCooperation(short: string): Group {
  const [kind, country, instrument, article] = short.split(' ');
  return { kind, country, ...(instrument === undefined ? {} : { instrument, article }) };
}

/** Reads `untoc-tip 5 1`; the paragraph may be absent. */
export function readArticle(short: string): Group {
  const [instrument, article, paragraph] = short.split(' ');
  return { instrument, article, ...(paragraph === undefined ? {} : { paragraph }) };
}
