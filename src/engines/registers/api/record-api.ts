import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { translate } from '#kernel/i18n/index.ts';
import { say } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import { createRecord } from '../records/create-record.ts';
import { findDuplicates } from '../records/find-duplicates.ts';
import { getRecord } from '../records/get-record.ts';
import { moveRecord } from '../records/move-record.ts';
import type { RecordView } from '../records/record-view.ts';
import { restoreVersion } from '../records/restore-version.ts';
import { saveRecord } from '../records/save-record.ts';
import { answer, readRefusals, refusal, writeRefusals } from './answers.ts';
import { contextOf, languageOf, revisionIn, type RegistersApiDeps } from './asked.ts';
import { namedJson, recordJson } from './record-json.ts';
import { fieldsOfApi, namedSchema, recordOfApi } from './schemas.ts';
import { staleInApi } from './stale-in-api.ts';

const params = z.object({ id: z.string().max(500) });
const ifMatch = z.object({
  'if-match': z.string().max(200).optional().openapi({ description: 'The ETag of the record that you began from.' }),
});
const idempotent = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'a key has 8 to 200 visible ASCII characters')
    .optional()
    .openapi({ description: 'Of your making, such as a UUID. Sent twice, done once.' }),
});
const etag = {
  ETag: { description: 'Names what you have before you; send it back as If-Match.', schema: { type: 'string' } },
} as const;

/** Records of one register, one by one: read, make, change, move, restore. Nothing is deleted: a record is withdrawn by a move. */
export function recordApi(deps: RegistersApiDeps, register: RegisterDefinition): OpenAPIHono<HttpEnv> {
  const path = `/api/v1/registers/${register.id}/records`;
  const one = translate('en', register.one);
  const record = recordOfApi(register);
  const fields = fieldsOfApi(register);
  const body = { required: true as const, content: { 'application/json': { schema: fields } } };
  const answered = { ...answer('The record.', record), headers: etag };

  const getRoute = createRoute({
    method: 'get',
    path: `${path}/{id}`,
    summary: `${one}: read`,
    request: { params },
    responses: { 200: answered, 304: { description: 'What you have still holds.' }, ...readRefusals },
  });
  const createRoute_ = createRoute({
    method: 'post',
    path,
    summary: `${one}: make a draft`,
    request: { headers: idempotent, body },
    responses: { 201: { ...answered, description: 'The draft.' }, ...writeRefusals },
  });
  const patchRoute = createRoute({
    method: 'patch',
    path: `${path}/{id}`,
    summary: `${one}: change fields`,
    description: 'A JSON merge patch (RFC 7396): null takes a field away. If-Match is needed.',
    request: {
      params,
      headers: ifMatch,
      body: { required: true, content: { ...body.content, 'application/merge-patch+json': { schema: fields } } },
    },
    responses: { 200: answered, ...writeRefusals, 428: refusal('If-Match is missing.') },
  });
  const moveRoute = createRoute({
    method: 'post',
    path: `${path}/{id}/moves`,
    summary: `${one}: move to another state`,
    request: {
      params,
      headers: ifMatch,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.strictObject({
              move: z.enum(register.lifecycle.moves.map(({ id }) => id) as [string, ...string[]]),
              reason: z.string().max(2000).optional(),
            }),
          },
        },
      },
    },
    responses: { 200: answered, ...writeRefusals },
  });
  const restoreRoute = createRoute({
    method: 'post',
    path: `${path}/{id}/restorations`,
    summary: `${one}: save an earlier version as a new one`,
    request: {
      params,
      headers: ifMatch,
      body: {
        required: true,
        content: { 'application/json': { schema: z.strictObject({ version: z.string().max(60) }) } },
      },
    },
    responses: { 200: answered, ...writeRefusals, 428: refusal('If-Match is missing.') },
  });
  const duplicatesRoute = createRoute({
    method: 'post',
    path: `/api/v1/registers/${register.id}/duplicates`,
    summary: `${one}: records that hold the same where no two should`,
    request: { body },
    responses: {
      200: answer(
        'Those that you may know of.',
        z.object({ records: z.array(z.object({ field: z.string(), value: z.string(), record: namedSchema })) }),
      ),
      ...writeRefusals,
    },
  });

  // What a record holds follows from the register; its type in the API's is made of the definition and known to no compiler.
  const given = (c: Context<HttpEnv>, view: RecordView, status: 200 | 201): never => {
    c.header('ETag', `"${view.revision}"`);
    return c.json(recordJson(view, languageOf(c)), status) as never;
  };
  const startOf = (c: Context<HttpEnv>): string => {
    const revision = revisionIn(c.req.header('if-match'));
    if (revision === undefined)
      throw new Problem(
        'precondition-required',
        say('Say which version you began from: send the record’s ETag as If-Match, so that nobody’s change is lost.'),
      );
    return revision;
  };

  return openApiApp()
    .openapi(getRoute, async (c) => {
      const { record: view } = await getRecord(contextOf(c, deps), register.id, c.req.param('id'));
      const sent = c.req.header('if-none-match');
      if (sent?.includes(`"${view.revision}"`) === true) return c.body(null, 304) as never;
      return given(c, view, 200);
    })
    .openapi(createRoute_, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      const data = c.req.valid('json');
      const view = await createRecord(contextOf(c, deps), register.id, { data, ...(key !== undefined && { key }) });
      c.header('Location', `${path}/${encodeURIComponent(view.id)}`);
      return given(c, view, 201);
    })
    .openapi(patchRoute, async (c) => {
      const revision = startOf(c);
      const patch: unknown = await c.req.json();
      const saving = saveRecord(contextOf(c, deps), register.id, c.req.param('id'), { patch, revision });
      return given(c, await staleInApi(saving, languageOf(c)), 200);
    })
    .openapi(moveRoute, async (c) => {
      const { move, reason } = c.req.valid('json');
      const revision = revisionIn(c.req.header('if-match'));
      const moving = moveRecord(contextOf(c, deps), register.id, c.req.param('id'), {
        move,
        ...(reason !== undefined && { reason }),
        ...(revision !== undefined && { revision }),
      });
      return given(c, await staleInApi(moving, languageOf(c)), 200);
    })
    .openapi(restoreRoute, async (c) => {
      const revision = startOf(c);
      const { version: which } = c.req.valid('json');
      const restoring = restoreVersion(contextOf(c, deps), register.id, c.req.param('id'), { which, revision });
      return given(c, await staleInApi(restoring, languageOf(c)), 200);
    })
    .openapi(duplicatesRoute, async (c) => {
      const found = await findDuplicates(contextOf(c, deps), register.id, { data: c.req.valid('json') });
      const language = languageOf(c);
      const records = found.map(({ field, value, ...each }) => ({ field, value, record: namedJson(each, language) }));
      return c.json({ records } as never, 200);
    });
}
