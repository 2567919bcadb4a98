import { pageNumber } from '#kernel/ui/index.ts';
import type { Language } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { RecordQuery } from '../find/query.ts';

/** What the address of a list asks for; what it cannot mean is left out, since addresses are typed and handed on by people. */
export function readListQuery(
  query: Readonly<Record<string, readonly string[]>>,
  known: RegisterDefinition,
  language: Language,
): RecordQuery {
  const filters = Object.fromEntries(
    Object.entries(query).flatMap(([name, values]) => {
      const [, field = ''] = /^filter\[([^\]]+)\]$/.exec(name) ?? [];
      const chosen = values.filter((value) => value !== '');
      return known.fields[field]?.facet === true && chosen.length > 0 ? [[field, chosen.slice(0, 100)]] : [];
    }),
  );
  const q = query['q']?.[0]?.trim().slice(0, 500) ?? '';
  const sort = query['sort']?.[0] ?? '';
  const demonstration = query['demonstration']?.[0];
  return {
    language,
    filters,
    page: pageNumber(query['page']?.[0]),
    ...(q !== '' && { q }),
    ...(canOrder(known, sort, q) && { sort }),
    ...((demonstration === 'only' || demonstration === 'none') && { demonstration }),
  };
}

function canOrder(known: RegisterDefinition, sort: string, words: string): boolean {
  const field = sort.replace(/^-/, '');
  if (field === 'relevance') return words !== '';
  return field === 'changed' || field === known.titleField || known.fields[field]?.sort === true;
}
