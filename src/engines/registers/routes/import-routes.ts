import { Hono, type Context } from 'hono';
import { buffer } from 'node:stream/consumers';
import { say, type Text } from '#kernel/i18n/say.ts';
import { can, notFound } from '#kernel/policy/index.ts';
import { here, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { importRecords } from '../exchange/import/import-records.ts';
import type { ImportReport } from '../exchange/import/import-report.ts';
import { undoImport } from '../exchange/import/undo-import.ts';
import { operationsOf } from '../operations.ts';
import { recordPath } from '../view/lookups.ts';
import type { RegisterPageDeps } from './deps.ts';
import { formWithFiles } from './keep-files.ts';
import { attempt, contextOf, signInFirst, type FormError } from './request.ts';

const page = pagesOf<typeof pages>();

/** A file of records as it was brought: kept by its content between the trial and the import. */
interface Brought {
  readonly sha256: string;
  readonly name: string;
}

/** Import of a file: tried first, with what each row would do; then taken over whole or not at all; and taken back. */
export function importRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  const draw = (
    c: Context<UiEnv>,
    register: RegisterDefinition,
    more: {
      file?: Brought;
      report?: ImportReport;
      done?: string;
      publish?: boolean;
      errors?: readonly FormError[];
      undone?: boolean;
      status?: number;
    } = {},
  ): Response | Promise<Response> => {
    const { file, report, done, errors = [] } = more;
    const props = {
      register: { id: register.id, title: register.title },
      errors,
      publish: more.publish ?? false,
      undone: more.undone ?? false,
      ...(file !== undefined && { file }),
      ...(done !== undefined && { done }),
      ...(report !== undefined && { report: reportView(register, report) }),
    };
    return page(c, 'registers/import', props, {
      title: say('Import a file'),
      layout: 'workspace',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: (more.status ?? 200) as 200,
      breadcrumbs: [{ label: register.title, path: `/registers/${register.id}` }, { label: say('Import a file') }],
    });
  };

  const start = (c: Context<UiEnv>): RegisterDefinition => {
    const context = contextOf(c, deps);
    const register = getRegister(context, c.req.param('register') ?? '');
    if (!mayImport(context, register)) throw notFound();
    return register;
  };

  return new Hono<UiEnv>()
    .get('/registers/:register/import', (c) => signInFirst(c) ?? draw(c, start(c)))
    .post('/registers/:register/import', async (c) => {
      const register = start(c);
      const form = await formWithFiles(c);
      const text = (name: string): string => {
        const value = form.get(name);
        return typeof value === 'string' ? value : '';
      };
      const brought = form.get('file');
      const publish = text('publish') === 'yes';
      const dryRun = text('act') !== 'import';
      let file: Brought = { sha256: text('sha256'), name: text('name') };
      if (brought instanceof File && brought.size > 0)
        file = {
          sha256: (await deps.files.put(new Uint8Array(await brought.arrayBuffer()))).sha256,
          name: brought.name,
        };
      if (!/^[0-9a-f]{64}$/.test(file.sha256))
        return draw(c, register, { errors: [{ field: 'file', message: say('Choose a file.') }], status: 400 });
      const bytes = await buffer((await deps.files.open(file.sha256)).content());
      const { name } = file;
      const moves = publish && register.lifecycle.moves.some(({ id }) => id === 'publish') ? ['publish'] : [];
      const run = await attempt(() => importRecords(contextOf(c, deps), register.id, { bytes, name, dryRun, moves }));
      if (run.ok && !dryRun && run.value.id !== undefined)
        return draw(c, register, { report: run.value, done: run.value.id });
      if (run.ok) return draw(c, register, { file, report: run.value, publish });
      const { report } = run.problem.details as { report?: ImportReport };
      const errors = [{ message: run.problem.said }];
      return draw(c, register, {
        file,
        publish,
        errors,
        status: run.problem.status,
        ...(report !== undefined && { report }),
      });
    })
    .post('/registers/:register/import/:run/undo', async (c) => {
      const register = start(c);
      const undone = await attempt(() => undoImport(contextOf(c, deps), register.id, c.req.param('run')));
      if (undone.ok) return draw(c, register, { undone: true });
      return draw(c, register, { errors: [{ message: undone.problem.said }], status: undone.problem.status });
    })
    .get('/registers/:register/import/:run/undo', (c) =>
      c.redirect(here(c, `/registers/${c.req.param('register')}/import`)),
    );
}

function mayImport(context: RegistersContext, register: RegisterDefinition): boolean {
  const { actor } = context;
  const state = actor.kind === 'account' ? actor.organization.state : undefined;
  return can(actor, operationsOf(register).import, state === undefined ? {} : { state }).allowed;
}

/** Rows shown: those that are refused first, since they are what there is to do. */
const mostShown = 200;

function reportView(register: RegisterDefinition, report: ImportReport) {
  const rows = report.rows.toSorted((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'));
  const labels = new Map(Object.entries(register.fields).map(([id, { label }]) => [id, label]));
  return {
    counts: report.counts,
    columns: report.mapping.columns.map(({ heading, to }) => ({
      heading,
      ...(to !== undefined && { to: columnWords(labels, to) }),
    })),
    notes: report.notes,
    hiddenRows: Math.max(0, rows.length - mostShown),
    rows: rows.slice(0, mostShown).map((row) => ({
      row: row.row,
      outcome: row.outcome,
      ...(row.id !== undefined && { path: recordPath(register.id, row.id) }),
      findings: row.findings.map(({ field, said }) => ({ field, said })),
    })),
  };
}

/** A column in words: the field's label, and what follows its name (language, part). */
function columnWords(labels: ReadonlyMap<string, Text>, to: string): { readonly label: Text; readonly rest: string } {
  const [, id = to, rest = ''] = /^([A-Za-z0-9]+)(.*)$/.exec(to) ?? [];
  return { label: labels.get(id) ?? id, rest };
}
