import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { documents, facetNames } from './corpus.ts';

interface Asked {
  readonly words: readonly string[];
  readonly country?: string;
}
type Measured =
  | { readonly name: string; readonly absent: string }
  | { readonly name: string; readonly times: number[]; readonly total: number; readonly queries: number };

/** What others take for the same answers: total, top 20 and counts of five facets. */
export async function peers(count: number, asked: readonly Asked[]): Promise<Measured[]> {
  return [sqlite(count, asked), await miniSearch(count, asked)];
}

/** SQLite's FTS5 with its facets in tables of their own, in memory. */
function sqlite(count: number, asked: readonly Asked[]): Measured {
  const database = new DatabaseSync(':memory:');
  database.exec(`create virtual table texts using fts5(title, body, tokenize = 'unicode61');
    create table facets (document integer, facet text, value text)`);
  const insertText = database.prepare('insert into texts (rowid, title, body) values (?, ?, ?)');
  const insertFacet = database.prepare('insert into facets values (?, ?, ?)');
  database.exec('begin');
  let row = 0;
  for (const { title, text, facets = {}, kind } of documents(count)) {
    row += 1;
    insertText.run(row, title.en ?? '', text?.en ?? '');
    for (const [facet, values] of Object.entries({ ...facets, kind: [kind] }))
      for (const value of values) insertFacet.run(row, facet, value);
  }
  database.exec('commit; create index facets_of on facets (document, facet, value)');
  const matched = database.prepare(`create temp table if not exists hits (document integer primary key)`);
  matched.run();
  const fill = database.prepare('insert into hits select rowid from texts where texts match ?');
  const keep = database.prepare(
    `delete from hits where not exists (select 1 from facets f where f.document = hits.document and f.facet = 'country' and f.value = ?)`,
  );
  const clear = database.prepare('delete from hits');
  const total = database.prepare('select count(*) as n from hits');
  const top = database.prepare('select rowid from texts where texts match ? order by rank limit 20');
  // The words first, then a look at each in the table of hits: the other way round it would search anew for each.
  const topOfHits = database.prepare(
    'select texts.rowid from texts cross join hits on hits.document = texts.rowid where texts match ? order by rank limit 20',
  );
  const counts = database.prepare(
    'select value, count(*) as n from hits join facets using (document) where facet = ? group by value order by n desc limit 100',
  );
  const times: number[] = [];
  let sum = 0;
  for (const { words, country } of asked) {
    const start = performance.now();
    const match = words.map((word) => `"${word}"`).join(' AND ');
    clear.run();
    fill.run(match);
    if (country !== undefined) keep.run(country);
    sum += z.object({ n: z.number() }).parse(total.get()).n;
    (country === undefined ? top : topOfHits).all(match);
    for (const facet of facetNames) counts.all(facet);
    times.push(performance.now() - start);
  }
  database.close();
  return { name: 'SQLite FTS5', times, total: sum, queries: asked.length };
}

const miniSearchModule = z.object({
  default: z.custom<new (options: object) => MiniSearch>((value) => typeof value === 'function'),
});
interface MiniSearch {
  add(document: object): void;
  search(text: string, options: object): { id: string }[];
}

/** MiniSearch, from the folder that MANDATA_BENCH_MINISEARCH names (its ES module); facets counted over what it finds. */
async function miniSearch(count: number, asked: readonly Asked[]): Promise<Measured> {
  const path = process.env['MANDATA_BENCH_MINISEARCH'];
  if (path === undefined) return { name: 'MiniSearch', absent: 'not installed' };
  const { default: Engine } = miniSearchModule.parse(await import(pathToFileURL(path).href));
  const engine = new Engine({ fields: ['title', 'body'] });
  const facets = new Map<string, Readonly<Record<string, readonly string[]>>>();
  for (const { id, title, text, facets: own = {}, kind } of documents(count)) {
    engine.add({ id, title: title.en, body: text?.en });
    facets.set(id, { ...own, kind: [kind] });
  }
  const times: number[] = [];
  let sum = 0;
  for (const { words, country } of asked) {
    const start = performance.now();
    const found = engine
      .search(words.join(' '), { combineWith: 'AND' })
      .filter(({ id }) => country === undefined || facets.get(id)?.['country']?.includes(country));
    const counts = new Map<string, number>();
    for (const { id } of found)
      for (const facet of facetNames)
        for (const value of facets.get(id)?.[facet] ?? [])
          counts.set(`${facet}:${value}`, (counts.get(`${facet}:${value}`) ?? 0) + 1);
    sum += found.length;
    times.push(performance.now() - start);
  }
  return { name: 'MiniSearch', times, total: sum, queries: asked.length };
}
