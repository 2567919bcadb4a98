import type { Message } from '#kernel/i18n/say.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Severity } from '../checks/check.ts';
import { english } from '../english.ts';
import type { Code, Codelist } from '../model/structure.ts';
import type { CodeTable, Origin } from './mapping.ts';
import { ageSlug, slug, spellingKey } from './spelling.ts';

/** A code, or why there is none. `as` is how it should have been written, when it was written otherwise. */
export interface ReadCode {
  readonly code: string | undefined;
  readonly as?: string;
}

/** Turns the texts of an origin's columns, joined, into a code; remembers each text, as files repeat them. */
export interface CodeReader {
  read(cells: readonly string[]): ReadCode;
  /** Codes that had to be made (growing flows). */
  readonly made: readonly Code[];
}

export function codeReader(origin: Origin, codelist: Codelist | undefined): CodeReader {
  const made: Code[] = [];
  const find = finderOf(origin, codelist, made);
  const seen = new Map<string, ReadCode>();
  return {
    made,
    read(cells) {
      const key = cells.length === 1 ? (cells[0] ?? '') : cells.join('\u0001');
      const known = seen.get(key);
      if (known !== undefined) return known;
      const read = find(cells);
      seen.set(key, read);
      return read;
    },
  };
}

type Find = (cells: readonly string[]) => ReadCode;

function finderOf(origin: Origin, codelist: Codelist | undefined, made: Code[]): Find {
  if ('fixed' in origin) return () => ({ code: origin.fixed });
  if ('table' in origin) return findInTable(origin.table);
  if ('text' in origin) return ([text = '']) => ({ code: text === '' ? undefined : text });
  if ('grows' in origin) return growing(origin, codelist?.codes ?? [], made);
  return findOwn(codelist, origin.spellings ?? {});
}

function findInTable(table: CodeTable): Find {
  const rows = table.map(([written, code]) => ({ written: [written].flat(), code }));
  const anything = (cell: string): boolean => cell === '*';
  const match = (
    wanted: readonly string[],
    cells: readonly string[],
    same: (a: string, b: string) => boolean,
  ): boolean => wanted.every((cell, place) => anything(cell) || same(cell, cells[place] ?? ''));
  // Exact rows are tried before those with a *, and the exact spelling before its variants.
  const ordered = [
    ...rows.filter(({ written }) => !written.some(anything)),
    ...rows.filter(({ written }) => written.some(anything)),
  ];
  return (cells) => {
    const exact = ordered.find(({ written }) => match(written, cells, (a, b) => a === b));
    if (exact !== undefined) return { code: exact.code };
    const near = ordered.find(({ written }) => match(written, cells, (a, b) => spellingKey(a) === spellingKey(b)));
    if (near === undefined) return { code: undefined };
    return {
      code: near.code,
      as: near.written.map((cell, place) => (anything(cell) ? cells[place] : cell)).join(', '),
    };
  };
}

function findOwn(codelist: Codelist | undefined, spellings: Readonly<Record<string, string>>): Find {
  const own = new Set(codelist?.codes.map(({ id }) => id));
  const variants = new Map([...own].map((id) => [spellingKey(id), id]));
  for (const [written, code] of Object.entries(spellings)) variants.set(spellingKey(written), code);
  return ([text = '']) => {
    if (own.has(text)) return { code: text };
    const code = variants.get(spellingKey(text));
    return code === undefined ? { code } : { code, as: code };
  };
}

/** Writings that differ in case or hyphens only share a code; two names that would make one slug are numbered. */
function growing({ grows, known }: Extract<Origin, { grows: unknown }>, codes: readonly Code[], made: Code[]): Find {
  const makeCode = grows === 'ages' ? ageSlug : slug;
  const taken = new Set(codes.map(({ id }) => id));
  // Without a name: a label that is known in any writing.
  const byName = new Map<string, { id: string; name: string | undefined }>();
  for (const { id, name } of codes) byName.set(spellingKey(english(name)), { id, name: english(name) });
  for (const [name, id] of Object.entries(known)) byName.set(spellingKey(name), { id, name: undefined });
  return ([text = '']) => {
    if (text === '') return { code: undefined };
    const named = byName.get(spellingKey(text));
    if (named !== undefined) {
      return named.name === undefined || named.name === text ? { code: named.id } : { code: named.id, as: named.name };
    }
    const base = makeCode(text);
    // Totals and age groups have one code however they are written; other names that collide are told apart.
    let id = base;
    if (grows === 'names' && base !== '_T') for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
    byName.set(spellingKey(text), { id, name: text });
    if (!taken.has(id)) made.push({ id, name: text });
    taken.add(id);
    return { code: id };
  };
}

/** What to say of a text that is no code: nothing is there, or something unknown. */
export function unknownCode(row: number, columns: string, text: string): { severity: Severity; said: Message } {
  const said =
    text.trim() === ''
      ? say('Row {row}: the column {columns} is empty. Fill it in; the row was not used.', { row, columns })
      : say(
          'Row {row}: “{text}” in the column {columns} is not known. Correct it, or add it to the mapping; the row was not used.',
          { row, columns, text },
        );
  return { severity: 'error', said };
}
