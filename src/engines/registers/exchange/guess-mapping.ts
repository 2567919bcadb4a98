import { createHash } from 'node:crypto';
import { nameKey } from '#reference/index.ts';
import { locales, translate } from '#kernel/i18n/index.ts';
import { languages, type Language } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { Column } from './column.ts';
import { columnsOf, findColumn, recordColumns } from './columns-of.ts';
import type { ColumnMapping, MappedColumn } from './mapping.ts';

type Register = Pick<RegisterDefinition, 'fields'>;
export interface Heading {
  readonly place: number;
  readonly text: string;
}

/** Headings that are guessed by likeness: a file with more unknown ones is of another kind. */
const mostGuessed = 100;

/**
 * Guesses which column of the register each heading means: by its name (also in square brackets, as exports write it), by its label in any of
 * the six languages, then by likeness. What a person said before (`known`) holds where the column is still there. No column is meant twice.
 */
export function guessMapping(register: Register, headings: readonly Heading[], known?: ColumnMapping): ColumnMapping {
  const taken = new Set<string>();
  const found = new Map<number, MappedColumn>();
  const claim = ({ place, text }: Heading, to: string | undefined, how: MappedColumn['how']): void => {
    if (to === undefined || taken.has(to) || found.has(place)) return;
    taken.add(to);
    found.set(place, { heading: text, place, to, how });
  };
  const isColumn = (id: string): boolean => isRecordColumn(id) || findColumn(register, id) !== undefined;
  for (const heading of headings) {
    const said = known?.columns.find(
      (column) => column.place === heading.place && headingKey(column.heading) === headingKey(heading.text),
    );
    if (said === undefined) continue;
    if (said.to === undefined) found.set(heading.place, { heading: heading.text, place: heading.place, how: said.how });
    else if (isColumn(said.to)) claim(heading, said.to, said.how === 'none' ? 'given' : said.how);
  }
  for (const heading of headings) {
    const id = idIn(register, heading.text);
    claim(heading, id, id !== undefined && isRecordColumn(id) ? 'record' : 'id');
  }
  const names = namesOf(register).keys;
  for (const heading of headings) claim(heading, names.get(nameKey(heading.text)), 'label');
  const free = [...names].filter(([, id]) => !taken.has(id));
  const open = headings.filter(({ place }) => !found.has(place)).slice(0, mostGuessed);
  for (const heading of open) claim(heading, mostLike(nameKey(heading.text), free), 'similar');
  const columns = headings.map(
    ({ place, text }): MappedColumn => found.get(place) ?? { heading: text, place, how: 'none' },
  );
  return { fingerprint: fingerprintOf(headings), columns };
}

/** The same for files whose headings differ only in case, accents and spaces. */
export function fingerprintOf(headings: readonly Heading[]): string {
  const key = headings.map(({ place, text }) => `${place}:${headingKey(text)}`).join('\n');
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

const headingKey = (text: string): string => nameKey(text) || text.trim();
const isRecordColumn = (id: string): boolean => (recordColumns as readonly string[]).includes(id);

function idIn(register: Register, text: string): string | undefined {
  const written = (/\[([^[\]]+)\]\s*$/.exec(text)?.[1] ?? text).trim();
  if (isRecordColumn(written.toLowerCase())) return written.toLowerCase();
  const { ids } = namesOf(register);
  return ids.get(written) ?? ids.get(written.toLowerCase()) ?? findNumbered(register, written);
}

/** A row of a group beyond those that have names: `contacts.12.office`. */
function findNumbered(register: Register, id: string): string | undefined {
  return /^\w{1,50}\.\d{1,3}\./.test(id) ? findColumn(register, id)?.id : undefined;
}

/** How many headings are known without guessing. */
export function countKnown(register: Register, headings: readonly Heading[]): number {
  const { keys } = namesOf(register);
  return headings.filter(
    ({ text }) => text.length <= 200 && (idIn(register, text) ?? keys.get(nameKey(text))) !== undefined,
  ).length;
}

interface Names {
  /** Columns by id, and by id in small letters. */
  readonly ids: ReadonlyMap<string, string>;
  /** Columns by the key of each of their names. */
  readonly keys: ReadonlyMap<string, string>;
}

const known = new WeakMap<Register['fields'], Names>();

/** Keys of all names of all columns; a name that two columns share means the first. */
function namesOf(register: Register): Names {
  const before = known.get(register.fields);
  if (before !== undefined) return before;
  const names = new Map<string, string>();
  const add = (name: string, id: string): void => {
    const key = nameKey(name);
    if (key !== '' && !names.has(key)) names.set(key, id);
  };
  const columns = columnsOf(register, { rows: 5 });
  // A label without translations is English.
  const inOrder: readonly Language[] = ['en', ...languages.filter((language) => language !== 'en')];
  for (const column of columns) for (const language of inOrder) add(columnLabel(column, language), column.id);
  for (const language of inOrder)
    for (const column of columns) {
      const words = wordsOf(column, language);
      if (column.language === undefined) add(words.at(-1) ?? '', column.id);
      else {
        add(`${words.join(' ')} ${column.language}`, column.id);
        if (column.language === language) add(words.join(' '), column.id);
      }
    }
  // A bare label of a value of several parts, or of a text by language, means the first of its columns.
  for (const column of columns) for (const language of inOrder) add(wordsOf(column, language)[0] ?? '', column.id);
  const ids = new Map(columns.map(({ id }) => [id.toLowerCase(), id]));
  for (const { id } of columns) ids.set(id, id);
  const found = { ids, keys: names };
  known.set(register.fields, found);
  return found;
}

/** The heading of a column in a language: “Fine: Amount”, “Name (French)”. */
export function columnLabel(column: Column, language: Language): string {
  const words = wordsOf(column, language).join(': ');
  if (column.language === undefined) return words;
  const name = new Intl.DisplayNames(locales[language], { type: 'language' }).of(column.language) ?? column.language;
  return `${words} (${name})`;
}

const wordsOf = ({ labels }: Column, language: Language): readonly string[] =>
  labels.map((label) => translate(language, label));

/** Likeness by pairs of letters (Dice 1945); at least 0.65, and no second column as like. */
function mostLike(key: string, names: readonly (readonly [string, string])[]): string | undefined {
  if (key.length < 4 || key.length > 80) return undefined;
  let [best, second, id] = [0, 0, ''];
  for (const [name, to] of names) {
    // Two names of very different length cannot be as like as that.
    if (2 * name.length < key.length || 2 * key.length < name.length) continue;
    const like = likeness(key, name);
    if (like > best) [best, second, id] = [like, to === id ? second : best, to];
    else if (to !== id && like > second) second = like;
  }
  return best >= 0.65 && best > second ? id : undefined;
}

function likeness(a: string, b: string): number {
  const pairs = pairsOf(a).slice();
  let shared = 0;
  for (const pair of pairsOf(b)) {
    const at = pairs.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    pairs[at] = '';
  }
  return (2 * shared) / (a.length + b.length - 2);
}

const pairsOf = (text: string): string[] => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
