import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { can, notFound } from '#kernel/policy/index.ts';
import { here, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RecordFinding, RegisterDefinition } from '../definition.ts';
import { conflictView } from '../form/conflict-view.ts';
import { errorsByPath } from '../form/errors-by-path.ts';
import { fillForm } from '../form/fill-form.ts';
import { readForm, type Entered } from '../form/read-form.ts';
import { titlesFor } from '../form/titles-for.ts';
import { operationsOf } from '../operations.ts';
import { createRecord } from '../records/create-record.ts';
import { getRecord } from '../records/get-record.ts';
import type { RecordView } from '../records/record-view.ts';
import { saveRecord } from '../records/save-record.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { closedWords } from '../view/closed-words.ts';
import { recordPath } from '../view/lookups.ts';
import { lookupsIn } from '../view/lookups-for.ts';
import type { RegisterPageDeps } from './deps.ts';
import { enteredWithFiles, formWithFiles } from './keep-files.ts';
import { attempt, contextOf, signInFirst, type FormError } from './request.ts';

const page = pagesOf<typeof pages>();
type Data = Readonly<Record<string, unknown>>;

interface Drawn {
  readonly data: Data;
  readonly record?: RecordView;
  readonly findings?: readonly RecordFinding[];
  readonly errors?: readonly FormError[];
  readonly conflict?: ReturnType<typeof conflictView>;
  readonly token?: string;
  readonly status?: number;
}

/** The form of a new record and of a change. */
export function editRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  const draw = async (c: Context<UiEnv>, register: RegisterDefinition, drawn: Drawn): Promise<Response> => {
    const context = contextOf(c, deps);
    const { record, data, findings = [], errors = [], conflict } = drawn;
    const known = visibleRegister(register, context.actor, record?.country ?? ownState(context));
    const titles = await titlesFor(context, known);
    const path = record === undefined ? `/registers/${register.id}` : recordPath(register.id, record.id);
    const props = {
      register: { id: register.id, one: register.one },
      ...(record !== undefined && { record: { id: record.id, title: record.title, revision: record.revision } }),
      action: record === undefined ? `${path}/new` : `${path}/edit`,
      token: drawn.token ?? randomUUID(),
      fields: fillForm(known.fields, data, {
        errors: errorsByPath(findings),
        titleOf: (to, id) => titles[to]?.find((each) => each.id === id)?.title,
        closed: closedWords,
      }),
      errors: [...errors, ...findings.map(({ field, said }) => ({ field, message: said }))],
      ...(conflict !== undefined && { conflict }),
      titles,
      cancel: path,
    };
    const title = record === undefined ? register.one : record.title;
    return page(c, 'registers/edit', props, {
      title,
      layout: 'workspace',
      unlisted: true,
      hasErrors: props.errors.length > 0,
      status: (drawn.status ?? 200) as 200,
      breadcrumbs: [
        { label: register.title, path: `/registers/${register.id}` },
        ...(record === undefined ? [] : [{ label: record.title, path }]),
        { label: record === undefined ? say('New') : say('Change') },
      ],
    });
  };

  const start = (c: Context<UiEnv>): RegisterDefinition =>
    getRegister(contextOf(c, deps), c.req.param('register') ?? '');

  return new Hono<UiEnv>()
    .get('/registers/:register/new', (c) => {
      const register = start(c);
      const away = signInFirst(c);
      if (away !== undefined) return away;
      if (!mayCreate(contextOf(c, deps), register)) throw notFound();
      return draw(c, register, { data: {} });
    })
    .post('/registers/:register/new', async (c) => {
      const register = start(c);
      const entered = await enteredWithFiles(await formWithFiles(c), deps);
      const data = readForm(register.fields, entered);
      const token = entered.get('token')?.[0] ?? '';
      if (isMore(entered)) return draw(c, register, { data: withMore(data, entered), token });
      const made = await attempt(() => createRecord(contextOf(c, deps), register.id, { data, key: `form ${token}` }));
      if (made.ok) return c.redirect(here(c, recordPath(register.id, made.value.id)), 303);
      return draw(c, register, { data, token, ...refusedWith(made.problem) });
    })
    .get('/registers/:register/:id/edit', async (c) => {
      const register = start(c);
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const { record, maySave } = await getRecord(contextOf(c, deps), register.id, c.req.param('id'));
      if (!maySave) throw notFound();
      return draw(c, register, { data: record.data, record });
    })
    .post('/registers/:register/:id/edit', async (c) => {
      const register = start(c);
      const context = contextOf(c, deps);
      const entered = await enteredWithFiles(await formWithFiles(c), deps);
      const opened = await getRecord(context, register.id, c.req.param('id'));
      const { record } = opened;
      const data = readForm(register.fields, entered);
      if (isMore(entered))
        return draw(c, register, { data: withMore(data, entered), record: asBegun(record, entered) });
      const note = entered.get('note')?.[0]?.trim() ?? '';
      const saved = await attempt(() =>
        saveRecord(context, register.id, record.id, {
          data,
          revision: entered.get('revision')?.[0] ?? '',
          ...(note !== '' && { note }),
        }),
      );
      if (saved.ok) return c.redirect(here(c, recordPath(register.id, record.id)), 303);
      if (saved.problem.kind !== 'stale')
        return draw(c, register, { data, record: asBegun(record, entered), ...refusedWith(saved.problem) });
      const { fields, theirs, yours } = saved.problem.details as unknown as Parameters<typeof conflictView>[1];
      const conflict = conflictView(register, { fields, theirs, yours }, lookupsIn(opened.references));
      return draw(c, register, { data, record, conflict, status: 412 });
    });
}

const ownState = ({ actor }: RegistersContext): string | undefined =>
  actor.kind === 'account' ? actor.organization.state : undefined;

function mayCreate(context: RegistersContext, register: RegisterDefinition): boolean {
  const state = ownState(context);
  return can(context.actor, operationsOf(register).create, state === undefined ? {} : { state }).allowed;
}

/** The button for another row was pressed, not the one that saves. */
const isMore = (entered: Entered): boolean => entered.get('more')?.[0] !== undefined;

/** The list that should get another row keeps all it has; its empty row is drawn in any case, so one more is put before it. */
function withMore(data: Data, entered: Entered): Data {
  const path = entered.get('more')?.[0] ?? '';
  const held = data[path];
  return Array.isArray(held) || held === undefined ? { ...data, [path]: [...(held ?? []), {}] } : data;
}

/** The version that the writer began from stays in the form until a save has been answered. */
const asBegun = (record: RecordView, entered: Entered): RecordView => ({
  ...record,
  revision: entered.get('revision')?.[0] ?? record.revision,
});

function refusedWith(problem: {
  readonly said: FormError['message'];
  readonly status: number;
  readonly details: object;
}): Partial<Drawn> {
  const { findings } = problem.details as { findings?: readonly RecordFinding[] };
  return findings === undefined || findings.length === 0
    ? { errors: [{ message: problem.said }], status: problem.status }
    : { findings, status: problem.status };
}
