import type { Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import type { HttpEnv } from '#kernel/http/index.ts';
import { negotiateLanguage, say, type Language } from '#kernel/i18n/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { RegistersContext } from '../context.ts';
import type { RecordQuery } from '../find/query.ts';
import { indexedFields } from '../store/values-of.ts';

/** What the API needs of the house. */
export interface RegistersApiDeps {
  context(actor: RegistersContext['actor'], more?: Pick<RegistersContext, 'request'>): RegistersContext;
  readonly registers: readonly RegisterDefinition[];
  /** `https://…` */
  readonly origin: string;
}

export const contextOf = (c: Context<HttpEnv>, deps: RegistersApiDeps): RegistersContext =>
  deps.context(c.get('actor'), { request: c.get('requestId') });

export const languageOf = (c: Context<HttpEnv>): Language => negotiateLanguage(c.req.header('accept-language'));

const single = new Set(['q', 'facets', 'sort', 'page', 'size', 'format', 'states', 'demonstration']);
/** Values of these are codes, which hold no comma. */
const coded = new Set(['code', 'country', 'language', 'reference', 'yes-no']);

/** The selection that an address asks for; a name that means nothing is refused, so that no filter is left out unseen. */
export function queryOf(
  c: Context<HttpEnv>,
  register: RegisterDefinition,
  checked: {
    q?: string | undefined;
    facets?: string | undefined;
    sort?: string | undefined;
    states?: string | undefined;
    demonstration?: 'none' | 'only' | undefined;
  },
): RecordQuery {
  const filters: Record<string, readonly string[]> = {};
  const fields = indexedFields(register.fields);
  for (const [name, values] of Object.entries(c.req.queries())) {
    const field = /^filter\[([^\]]+)\]$/.exec(name)?.[1];
    if (field === undefined && single.has(name)) continue;
    if (field === undefined)
      throw new Problem(
        'invalid',
        say('“{name}” means nothing here. Filters are written filter[FIELD]=VALUE.', { name }),
        {
          details: { field: name },
        },
      );
    const kind = fields.get(field)?.kind ?? '';
    filters[field] = values
      .flatMap((value) => (coded.has(kind) ? value.split(',') : [value]))
      .filter((value) => value !== '');
  }
  const { q, facets, sort, states, demonstration } = checked;
  return {
    filters,
    language: languageOf(c),
    ...(q !== undefined && { q }),
    ...(sort !== undefined && sort !== '' && { sort }),
    ...(facets !== undefined && { facets: listOf(facets) }),
    ...(states !== undefined && { states: listOf(states) }),
    ...(demonstration !== undefined && { demonstration }),
  };
}

const listOf = (text: string): readonly string[] => text.split(',').filter((each) => each !== '');

/** The revision that `If-Match` names; undefined without it, and for `*`. */
export function revisionIn(header: string | undefined): string | undefined {
  const found = /^(?:W\/)?"([^"]+)"$/.exec(header?.trim() ?? '')?.[1];
  if (header === undefined || header.trim() === '*') return undefined;
  return found ?? '';
}
