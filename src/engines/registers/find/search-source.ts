import { sql } from 'kysely';
import { languages, type Language } from '#kernel/i18n/say.ts';
import type { Database } from '#kernel/database/index.ts';
import { audiencesOf, type Actor } from '#kernel/policy/index.ts';
import type { Search, SearchContent, SearchDocument, SearchField, SearchSource } from '#kernel/search/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import type { PartRow, RecordRow } from '../store/load-record.ts';
import { splitOf } from '../store/load-record.ts';
import { listOf, mergeRecord, recordOf, type Data } from '../store/split-record.ts';
import { indexedFields, valuesOf } from '../store/values-of.ts';
import { sourceName } from './source-name.ts';

/** What the engine asks of the house's index. */
export interface RecordSearch {
  /** Ids of the register's records that match the words, the best first, as far as the actor may read them; undefined when there are more than the index ranks. */
  find(register: string, words: string): Promise<readonly string[] | undefined>;
}

/** Matches that are ranked; beyond, the database looks for the words itself. */
const mostRanked = 2000;

/** The index as the engine asks it, for one actor. */
export function recordSearch(search: Pick<Search, 'find' | 'state'>, actor: Actor): RecordSearch {
  return {
    find(register, words) {
      // What the index does not hold yet must not be missing from a list.
      if (!search.state().caughtUp) return Promise.resolve(undefined);
      const { total, hits } = search.find({
        text: words,
        language: 'en',
        audiences: audiencesOf(actor),
        kind: sourceName(register),
        demonstration: false,
        page: 1,
        size: mostRanked,
      });
      const prefix = `${sourceName(register)}/`;
      return Promise.resolve(total > hits.length ? undefined : hits.map(({ id }) => id.slice(prefix.length)));
    },
  };
}

/** A register's part of the index: what its readers see, closed fields for their audience alone. Drafts are found by lists, not by the index. */
export function registerSource(register: RegisterDefinition, database: Pick<Database, 'owner'>): SearchSource {
  const shown = register.lifecycle.states
    .filter((state) => state.shown === 'readers' && state.withdrawn !== true)
    .map(({ id }) => id);
  const read = async (ids: readonly string[]): Promise<readonly SearchDocument[]> => {
    const { rows } = await sql<RecordRow>`select * from register_records where register = ${register.id}
      and id = any (${[...ids]}::text[]) and state = any (${shown}::text[])`.execute(database.owner);
    const { rows: parts } = await sql<PartRow>`select distinct on (record, audience) * from register_parts
      where register = ${register.id} and record = any (${rows.map(({ id }) => id)}::text[])
      order by record, audience, seq desc`.execute(database.owner);
    return rows.map((row) =>
      documentOf(
        register,
        row,
        parts.filter(({ record }) => record === row.id),
      ),
    );
  };
  return {
    name: sourceName(register.id),
    version: '1',
    read: (record) => read([record]),
    async *documents() {
      let after = '';
      for (;;) {
        const { rows } = await sql<{ id: string }>`select id from register_records where register = ${register.id}
          and id > ${after} order by id limit 200`.execute(database.owner);
        const last = rows.at(-1)?.id;
        if (last === undefined) return;
        yield* await read(rows.map(({ id }) => id));
        after = last;
      }
    },
  };
}

/** At most so many narrower audiences fit into one document. */
const mostParts = 3;

function documentOf(register: RegisterDefinition, row: RecordRow, parts: readonly PartRow[]): SearchDocument {
  const base = mergeRecord(register.fields, splitOf(row.data, []));
  const name = sourceName(register.id);
  const restricted = parts.slice(0, mostParts).map((part) => ({
    audience: part.audience,
    ...contentOf(register, mergeRecord(register.fields, splitOf(part.data, []))),
  }));
  return {
    id: `${name}/${row.id}`,
    record: row.id,
    kind: name,
    path: `/registers/${register.id}/${encodeURIComponent(row.id)}`,
    audience: row.audience,
    title: byLanguage(row.title),
    ...contentOf(register, base),
    ...(restricted.length > 0 && { restricted }),
    published: row.changed_at.toISOString(),
    ...(row.demonstration && { demonstration: true }),
  };
}

/** Plain text is taken to be English, the house's first language. */
function byLanguage(value: unknown): Readonly<Partial<Record<Language, string>>> {
  if (typeof value === 'string') return value === '' ? {} : { en: value };
  return Object.fromEntries(
    Object.entries(recordOf(value)).filter(
      ([language, text]) => languages.includes(language as Language) && typeof text === 'string' && text !== '',
    ),
  );
}

function contentOf(register: RegisterDefinition, data: Data): SearchContent {
  const facets: Record<string, string[]> = {};
  const indexed = indexedFields(register.fields);
  for (const { field, value } of valuesOf(register.fields, data))
    if (indexed.get(field)?.facet === true && !['date', 'period'].includes(indexed.get(field)?.kind ?? ''))
      facets[field] = [...(facets[field] ?? []), value];
  const fields: Record<string, SearchField> = {};
  const identifiers: string[] = [];
  for (const [id, spec] of Object.entries(register.fields)) {
    const inner = spec.kind === 'group' ? Object.entries(spec.fields) : [[id, spec] as const];
    for (const [name, each] of inner) {
      const held =
        spec.kind === 'group'
          ? listOf(spec.many ? data[id] : [data[id]]).map((part) => recordOf(part)[name])
          : [data[id]];
      const values = held
        .flatMap((value) => (each.many ? listOf(value) : [value]))
        .filter((value) => value !== undefined);
      if (each.kind === 'identifier') identifiers.push(...values.filter((value) => typeof value === 'string'));
      const text = each.search === undefined || id === register.titleField ? undefined : textOf(each, values);
      if (text !== undefined && each.search !== undefined)
        fields[spec.kind === 'group' ? `${id}.${name}` : id] = { text, weight: each.search };
    }
  }
  const [key] = register.keyField === undefined ? [] : [data[register.keyField]];
  return {
    ...(Object.keys(facets).length > 0 && { facets }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(typeof key === 'string' && { names: [key] }),
  };
}

/** Texts of a field, by language where they are kept so. */
function textOf(spec: FieldSpec, values: readonly unknown[]): SearchField['text'] | undefined {
  if (values.length === 0) return undefined;
  if (spec.kind === 'party')
    return values.map((value) => recordOf(value)['name']).filter((name) => typeof name === 'string');
  if (values.every((value) => typeof value === 'string')) return values;
  const found: Partial<Record<Language, string>> = {};
  for (const value of values)
    for (const [language, text] of Object.entries(byLanguage(value)))
      found[language as Language] = [found[language as Language], text].filter(Boolean).join('\n');
  return Object.keys(found).length === 0 ? undefined : found;
}
