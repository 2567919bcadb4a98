import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { Problem } from '#kernel/errors/problem.ts';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { translate } from '#kernel/i18n/index.ts';
import { say, type Language } from '#kernel/i18n/say.ts';
import { answer, refusal, writeRefusals } from '../../api/answers.ts';
import { contextOf, languageOf, type RegistersApiDeps } from '../../api/asked.ts';
import type { RegisterDefinition } from '../../definition.ts';
import type { ColumnMapping } from '../mapping.ts';
import { getImport, listImports, type ImportRun } from './find-import.ts';
import type { ImportReport } from './import-report.ts';
import { importRecords } from './import-records.ts';
import { readBody } from './read-body.ts';
import { undoImport } from './undo-import.ts';

const mapping = z
  .object({
    fingerprint: z.string().max(100),
    columns: z
      .array(
        z.object({
          heading: z.string().max(500),
          place: z.int().min(1).max(20_000),
          to: z.string().max(200).optional(),
          how: z.enum(['id', 'label', 'similar', 'given', 'record', 'none']).default('given'),
        }),
      )
      .max(2000),
  })
  .openapi('ColumnMapping');

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  field: z.string(),
  cell: z.string().optional(),
  message: z.string(),
});
const report = z
  .object({
    import: z.string().optional().openapi({ description: 'By which it is undone; absent for a dry run.' }),
    rows: z.int(),
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    refused: z.int(),
    mapping,
    unmapped: z.array(z.string()),
    notes: z.array(z.string()),
    outcomes: z.array(
      z.object({
        row: z.int(),
        outcome: z.enum(['new', 'changed', 'same', 'refused']),
        id: z.string().optional(),
        fields: z.array(z.string()),
        findings: z.array(finding),
      }),
    ),
  })
  .openapi('RegisterImportReport');
const run = z
  .object({
    import: z.string(),
    file: z.string(),
    sha256: z.string(),
    state: z.enum(['done', 'undone']),
    rows: z.int(),
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    role: z.string(),
    at: z.string(),
    undoneAt: z.string().optional(),
  })
  .openapi('RegisterImport');

const query = z.object({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'Does and checks everything, and keeps nothing.' }),
  filename: z.string().max(300).optional(),
  moves: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'Moves that new records make at once, by commas: `publish`.' }),
});
const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** Files of records into one register, over the API. */
export function importsApi(deps: RegistersApiDeps, register: RegisterDefinition): OpenAPIHono<HttpEnv> {
  const path = `/api/v1/registers/${register.id}/imports`;
  const send = createRoute({
    method: 'post',
    path,
    summary: `Import a file of records: ${translate('en', register.title)}`,
    description:
      'The body is the file itself (CSV, XLSX or JSON, up to 20 MB and 10,000 rows), or a form with the file and, as JSON, the `mapping` of its columns. All rows are kept, or none.',
    request: { query },
    // Declared, not validated: the file is looked at as bytes.
    requestBody: {
      required: true,
      content: {
        'application/octet-stream': binary,
        'text/csv': binary,
        'application/json': binary,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: binary.schema, mapping: { type: 'string' } },
            required: ['file'],
          },
        },
      },
    },
    responses: {
      200: answer('What the file would do.', report),
      201: answer('What it did.', report),
      ...writeRefusals,
      413: refusal('The file, or its number of rows, is too large for one import.'),
    },
  });
  const list = createRoute({
    method: 'get',
    path,
    summary: `Imports that were made: ${translate('en', register.title)}`,
    responses: { 200: answer('The latest first.', z.object({ imports: z.array(run) })), ...writeRefusals },
  });
  const params = z.object({ import: z.string().max(50) });
  const one = createRoute({
    method: 'get',
    path: `${path}/{import}`,
    summary: 'One import',
    request: { params },
    responses: { 200: answer('The import.', run), ...writeRefusals },
  });
  const undo = createRoute({
    method: 'post',
    path: `${path}/{import}/undo`,
    summary: 'Undo an import, wholly or not at all',
    description:
      'Refused with 409 when records were changed since, or others refer to them; `details.records` says which.',
    request: { params },
    responses: { 200: answer('What was undone.', z.object({ restored: z.int(), removed: z.int() })), ...writeRefusals },
  });
  return openApiApp()
    .openapi(send, async (c) => {
      const { dryRun, filename, moves } = c.req.valid('query');
      const sent = await readBody(c.req.raw);
      const given = sent.fields.get('mapping');
      const done = await importRecords(contextOf(c, deps), register.id, {
        bytes: sent.bytes,
        name: filename ?? sent.name ?? 'import',
        dryRun: dryRun === 'true',
        moves: moves?.split(',').filter((move) => move !== '') ?? [],
        ...(given !== undefined && { mapping: mappingOf(given) }),
      }).catch((error: unknown) => {
        throw spelledOut(error, languageOf(c));
      });
      return dryRun === 'true'
        ? c.json(reportJson(done, languageOf(c)), 200)
        : c.json(reportJson(done, languageOf(c)), 201);
    })
    .openapi(list, async (c) =>
      c.json({ imports: (await listImports(contextOf(c, deps), register.id)).map(runJson) }, 200),
    )
    .openapi(one, async (c) =>
      c.json(runJson(await getImport(contextOf(c, deps), register.id, c.req.valid('param').import)), 200),
    )
    .openapi(undo, async (c) =>
      c.json(await undoImport(contextOf(c, deps), register.id, c.req.valid('param').import), 200),
    );
}

function mappingOf(text: string): ColumnMapping {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = undefined;
  }
  const read = mapping.safeParse(given);
  if (!read.success)
    throw new Problem(
      'invalid',
      say(
        'The mapping of the columns is not as a report gives it. Take the one of a dry run, and change where its columns lead.',
      ),
    );
  const columns = read.data.columns.map(({ heading, place, to, how }) => ({
    heading,
    place,
    how,
    ...(to !== undefined && { to }),
  }));
  return { fingerprint: read.data.fingerprint, columns };
}

/** The refusal of an import tells of its rows in the form of the answer. */
function spelledOut(error: unknown, language: Language): unknown {
  const told = error instanceof Problem ? (error.details['report'] as ImportReport | undefined) : undefined;
  if (!(error instanceof Problem) || told === undefined) return error;
  return new Problem(error.kind, error.said, { details: { report: reportJson(told, language) }, cause: error });
}

function reportJson({ id, counts, mapping: used, unmapped, notes, rows }: ImportReport, language: Language) {
  return {
    ...(id !== undefined && { import: id }),
    ...counts,
    mapping: { fingerprint: used.fingerprint, columns: used.columns.map((column) => ({ ...column })) },
    unmapped: [...unmapped],
    notes: notes.map((note) => translate(language, note)),
    outcomes: rows.map(({ row, outcome, id: record, fields, findings }) => ({
      row,
      outcome,
      ...(record !== undefined && { id: record }),
      fields: [...fields],
      findings: findings.map(({ rule, severity, field, cell, said }) => ({
        rule,
        severity,
        field,
        ...(cell !== undefined && { cell }),
        message: translate(language, said),
      })),
    })),
  };
}

function runJson({ id, at, undoneAt, ...rest }: ImportRun): z.infer<typeof run> {
  return {
    import: id,
    ...rest,
    at: at.toISOString(),
    ...(undoneAt !== undefined && { undoneAt: undoneAt.toISOString() }),
  };
}
