import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { getRegister } from '../context.ts';
import { importsApi } from '../exchange/import/imports-api.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { answer, readRefusals } from './answers.ts';
import { contextOf, languageOf, type RegistersApiDeps } from './asked.ts';
import { historyApi } from './history-api.ts';
import { listApi } from './list-api.ts';
import { recordApi } from './record-api.ts';
import { registerJson, registerLine } from './register-json.ts';

const line = z
  .object({
    id: z.string(),
    title: z.string(),
    one: z.string(),
    about: z.string(),
    sources: z.array(z.string()),
    links: z.record(z.string(), z.string()),
  })
  .openapi('Register');

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/registers',
  summary: 'The registers',
  responses: { 200: answer('Every register.', z.object({ registers: z.array(line) })), ...readRefusals },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/registers/{register}',
  summary: 'One register: its fields, filters, order, lifecycle, and its records as JSON Schema',
  request: { params: z.object({ register: z.string().max(100) }) },
  responses: {
    200: answer(
      'As you may know it: fields that are closed to you are not in it.',
      z
        .looseObject({
          id: z.string(),
          filters: z.array(z.string()),
          facets: z.array(z.string()),
          sorts: z.array(z.string()),
          order: z.string(),
          schema: z.looseObject({}).openapi({ description: 'JSON Schema 2020-12 of the fields of a record.' }),
        })
        .openapi('RegisterDescribed'),
    ),
    ...readRefusals,
  },
});

/** Addresses of the registers under /api/v1/registers, to be mounted at "/". */
export function registersApi(deps: RegistersApiDeps): OpenAPIHono<HttpEnv> {
  const app = openApiApp();
  app.use('/api/v1/registers/*', async (c, next) => {
    await next();
    // What a person may see is theirs alone.
    c.header('Cache-Control', 'private, no-store');
    c.header('Vary', 'Accept-Language, Authorization, Cookie', { append: true });
  });
  app
    .openapi(listRoute, (c) => {
      const language = languageOf(c);
      return c.json({ registers: deps.registers.map((register) => registerLine(register, language)) } as never, 200);
    })
    .openapi(oneRoute, (c) => {
      const context = contextOf(c, deps);
      const register = getRegister(context, c.req.valid('param').register);
      return c.json(registerJson(visibleRegister(register, context.actor), languageOf(c)) as never, 200);
    });
  for (const register of deps.registers)
    for (const part of [listApi, recordApi, historyApi, importsApi]) app.route('/', part(deps, register));
  return app;
}
