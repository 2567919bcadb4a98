import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { languages } from '#kernel/i18n/index.ts';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { audiencesOf } from '#kernel/policy/index.ts';
import type { Search } from '#kernel/search/index.ts';

export interface SearchApiHouse {
  readonly search: Pick<Search, 'find'>;
  /** Whether the demonstration data is shown in this installation. */
  readonly demonstration: boolean;
}

const hit = z.object({
  id: z.string(),
  kind: z.string(),
  path: z.string().openapi({ description: 'Address of the page, without language.' }),
  title: z.string(),
  titleLanguage: z.enum(languages),
  snippet: z
    .object({ text: z.string(), language: z.enum(languages), marks: z.array(z.tuple([z.int(), z.int()])) })
    .optional(),
  score: z.number(),
  published: z.string().optional(),
  demonstration: z.boolean(),
});

const route = createRoute({
  method: 'get',
  path: '/api/v1/search',
  summary: 'Search everything that you may read',
  request: {
    query: z.object({
      q: z.string().max(300),
      kind: z.string().max(60).optional(),
      lang: z.enum(languages).default('en'),
      page: z.coerce.number().int().min(1).max(500).default(1),
      size: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: {
    200: {
      description:
        'Matches, best first, with counts by kind. Matches among demonstration data come apart and are in no count.',
      content: {
        'application/json': {
          schema: z.object({
            total: z.int(),
            page: z.int(),
            size: z.int(),
            hits: z.array(hit),
            kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
            matched: z.enum(['all', 'beginning', 'some']).openapi({
              description:
                'Whether the matches have all words; or, as nothing has, the last as a beginning, or only some of them.',
            }),
            spelling: z.string().optional().openapi({ description: 'The query with words that something has.' }),
            hints: z.array(z.string()).openapi({ description: 'Codes of what was not understood as written.' }),
            demonstration: z.array(hit),
          }),
        },
      },
    },
    400: {
      description: 'Something in the request does not fit; `title` says what.',
      content: { 'application/problem+json': { schema: z.looseObject({ title: z.string() }) } },
    },
  },
});

/** The search over everything, for programs. */
export function searchApi({ search, demonstration }: SearchApiHouse): OpenAPIHono<HttpEnv> {
  return openApiApp().openapi(route, (c) => {
    const { q, kind, lang, page, size } = c.req.valid('query');
    const found = search.find({
      text: q,
      language: lang,
      audiences: audiencesOf(c.get('actor')),
      demonstration,
      page,
      size,
      relax: true,
      ...(kind !== undefined && { kind }),
    });
    const copy = (hits: typeof found.hits) =>
      hits.map(({ snippet, titleMarks: _marks, ...rest }) => ({
        ...rest,
        ...(snippet !== undefined && {
          snippet: { ...snippet, marks: snippet.marks.map(([start, end]): [number, number] => [start, end]) },
        }),
      }));
    return c.json(
      {
        total: found.total,
        page,
        size,
        hits: copy(found.hits),
        kinds: [...found.kinds],
        matched: found.matched,
        ...(found.spelling !== undefined && { spelling: found.spelling }),
        hints: found.hints.map(({ code }) => code),
        demonstration: copy(found.demonstration),
      },
      200,
    );
  });
}
