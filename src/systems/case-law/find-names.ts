import { say } from '#kernel/i18n/say.ts';
import type { RecordRule } from '#engines/registers/index.ts';

interface Told {
  readonly realNames?: string;
  readonly persons?: readonly { readonly pseudonym?: string }[];
  readonly [field: string]: unknown;
}

/** Fields that the public reads and that persons could be named in. */
const open = ['name', 'facts', 'commentary', 'legalIssues', 'persons', 'charges', 'procedure'];
const pseudonym = /^[A-Z]{1,3}\d{1,3}$/;

/** No name of a person may be left where the public reads: every name kept for the secretariat is looked for, and every person has a pseudonym. */
export const pseudonymRule: RecordRule<Told> = {
  id: 'no-names',
  find: (data) => {
    const names = namesIn(data.realNames ?? '');
    const left = open.flatMap((field) =>
      textsOf(data[field], field)
        .filter(({ text }) => names.some((name) => holds(text, name)))
        .map(({ path }) => ({
          severity: 'error' as const,
          field: path,
          said: say('A name from the judgment is left in this text: put the pseudonym in its place.'),
        })),
    );
    const unnamed = (data.persons ?? []).flatMap((person, place) =>
      pseudonym.test(person.pseudonym ?? '')
        ? []
        : [
            {
              severity: 'error' as const,
              field: `persons.${place + 1}.pseudonym`,
              said: say('Persons are named by a letter and a number: D1, V1, W1.'),
            },
          ],
    );
    return [...left, ...unnamed];
  },
};

/** Whole names, and their parts of more than three letters: a surname alone gives a person away. */
function namesIn(text: string): readonly string[] {
  const whole = text
    .split(/[\n;,]/)
    .map(plain)
    .filter((name) => name.length > 1);
  const parts = whole
    .flatMap((name) => name.split(/[\s-]+/))
    .filter((part) => part.length > 3 || /\p{Script=Han}{2}/u.test(part));
  return [...new Set([...whole, ...parts])];
}

/** Letters without accents, case and signs, so that a spelling with or without them is the same name. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Chinese has no spaces between words: there a name may stand anywhere. */
function holds(text: string, name: string): boolean {
  const flat = plain(text);
  if (/\p{Script=Han}/u.test(name)) return flat.replaceAll(' ', '').includes(name.replaceAll(' ', ''));
  return ` ${flat} `.replaceAll('-', ' ').includes(` ${name.replaceAll('-', ' ')} `);
}

function textsOf(value: unknown, path: string): { text: string; path: string }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  // Entries of a list are counted from one, as in every finding.
  if (Array.isArray(value)) return value.flatMap((each: unknown, place) => textsOf(each, `${path}.${place + 1}`));
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}
