import { findArea, findAreaByName, nameKey, worldLanguages } from '#reference/index.ts';
import { languages } from '#kernel/i18n/say.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { CodeList } from '../fields/code-list.ts';
import type { CellKind, Column } from './column.ts';

export type CellRead = string | number | boolean | Date;

/** The value that a cell means in its column, as far as that is known; what is not understood stays as it is, for the field's check to refuse. */
export function cellValue({ kind, spec }: Pick<Column, 'kind' | 'spec'>, cell: CellRead): unknown {
  if (kind === 'date') return dateOf(cell);
  if (typeof cell === 'boolean' && kind === 'yes-no') return cell;
  if (kind === 'number' && typeof cell === 'number') return cell;
  const text = textOf(cell);
  return readers[kind]?.(text, spec.kind === 'code' ? spec.list : undefined) ?? text;
}

/** Excel counts days from 1899-12-30; whole numbers up to 2999 in a column of dates are years. */
function dateOf(cell: CellRead): unknown {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number' || !Number.isInteger(cell)) return cell;
  if (cell >= 1000 && cell < 3000) return String(cell);
  if (cell < 3000 || cell > 2_958_465) return cell;
  return new Date(Date.UTC(1899, 11, 30) + cell * 86_400_000).toISOString().slice(0, 10);
}

function textOf(cell: CellRead): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  return String(cell);
}

type ReadText = (text: string, list: CodeList | undefined) => unknown;

const digits = (text: string): string => text.trim().replaceAll(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '');

function numberOf(text: string): number | undefined {
  const plain = digits(text);
  const number = /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

const yes = new Set(['yes', 'true', '1', 'y', 'oui', 'si', 'да', 'نعم', '是', 'vrai', 'verdadero', 'истина', 'x']);
const no = new Set(['no', 'false', '0', 'n', 'non', 'нет', 'لا', '否', 'faux', 'falso', 'ложь']);
const persons = new Set(['person', 'personne', 'persona', 'лицо', 'физическоелицо', 'شخص', '人', '个人']);
const bodies = new Set([
  'body',
  'organization',
  'organisme',
  'organismo',
  'entidad',
  'орган',
  'организация',
  'هيئه',
  '机构',
  '机关',
]);

const readers: Readonly<Partial<Record<CellKind, ReadText>>> = {
  number: numberOf,
  decimal: digits,
  'yes-no': (text) => (yes.has(nameKey(text)) ? true : no.has(nameKey(text)) ? false : undefined),
  'party-kind': (text) => (persons.has(nameKey(text)) ? 'person' : bodies.has(nameKey(text)) ? 'body' : undefined),
  country: (text) => (findArea(text) ?? findAreaByName(text))?.id,
  language: (text) => (/^[a-z]{2,3}$/i.test(text.trim()) ? undefined : languageNamed(text)),
  code: (text, list) => (list === undefined ? undefined : codeNamed(list, text)),
};

function languageNamed(text: string): string | undefined {
  const key = nameKey(text);
  const named = worldLanguages.find(({ own, name }) =>
    [own, ...Object.values(name)].some((each) => nameKey(each) === key),
  );
  return named?.alpha2;
}

const labels = new WeakMap<CodeList, ReadonlyMap<string, string | undefined>>();

/** A code by its label in any of the six languages, unless two share it; codes themselves are left to the check. */
function codeNamed(list: CodeList, text: string): string | undefined {
  if (list.terms.some(({ id }) => id === text.trim())) return undefined;
  let known = labels.get(list);
  if (known === undefined) {
    const found = new Map<string, string | undefined>();
    for (const { id, label } of list.terms)
      for (const key of new Set(languages.map((language) => nameKey(translate(language, label)))))
        found.set(key, found.has(key) ? undefined : id);
    known = found;
    labels.set(list, known);
  }
  return known.get(nameKey(text));
}
