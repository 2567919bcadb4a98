import { countries, groups } from '#reference/index.ts';
import { languages, translatorOf, type Language, type Text } from '#kernel/i18n/index.ts';
import { operator } from '#kernel/policy/index.ts';
import type { SearchDocument, SearchSource } from '#kernel/search/index.ts';
import { isDemonstration } from '#engines/statistics/index.ts';
import type { StatisticsHouse } from './statistics-house.ts';

/** Everything of the house that can be found by words. */
export function searchSources(parts: { statistics: StatisticsHouse }): SearchSource[] {
  return [
    { name: 'places', documents: places },
    { name: 'flows', documents: () => flows(parts.statistics) },
    { name: 'indicators', documents: () => indicators(parts.statistics) },
  ];
}

function* places(): Generator<SearchDocument> {
  for (const { id, name, alpha2, m49 } of countries) {
    yield {
      id: `area/${id}`,
      kind: 'country',
      path: `/areas/${id}`,
      audience: 'public',
      title: name,
      names: [id, alpha2, m49].filter((code) => code !== undefined),
    };
  }
  for (const { id, name, labels } of groups) {
    yield {
      id: `group/${id}`,
      kind: 'region',
      path: `/areas/${id}`,
      audience: 'public',
      title: name,
      names: [id, ...labels],
    };
  }
}

async function* flows({ flows: defined, store }: StatisticsHouse): AsyncGenerator<SearchDocument> {
  const audiences = new Map(defined.map(({ flow, audience }) => [`${flow.agency}:${flow.id}`, audience]));
  for (const flow of await store.flows(operator)) {
    const name = `${flow.agency}:${flow.id}`;
    yield {
      id: `flow/${name}`,
      kind: 'dataflow',
      path: `/data/${name}`,
      audience: audiences.get(name) ?? 'office',
      title: inAll(flow.name),
      names: [name, flow.id],
      ...(flow.description !== undefined && { text: inAll(flow.description) }),
      demonstration: isDemonstration(flow),
    };
  }
}

function* indicators({ indicators: { all } }: StatisticsHouse): Generator<SearchDocument> {
  for (const { id, title, description } of all) {
    yield {
      id: `indicator/${id}`,
      kind: 'indicator',
      path: `/indicators/${encodeURIComponent(id)}`,
      audience: 'public',
      title: inAll(title),
      names: [id],
      text: inAll(description),
      demonstration: id.startsWith('demo-'),
    };
  }
}

/** A text in every language that has it; a missing translation is not repeated in English. */
function inAll(text: Text): Partial<Record<Language, string>> {
  const english = translatorOf('en')(text);
  const all = languages.map((language) => [language, translatorOf(language)(text)] as const);
  return Object.fromEntries(all.filter(([language, words]) => language === 'en' || words !== english));
}
