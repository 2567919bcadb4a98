import { sql, type RawBuilder } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { can, type Operation, type Resource } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { TextValue } from '../fields/values.ts';
import { operationsOf } from '../operations.ts';

/** A record that somebody should look at. */
export interface WorkItem {
  readonly register: string;
  readonly id: string;
  readonly title: TextValue;
  readonly state: string;
  readonly demonstration: boolean;
  /** When it came to wait, when it was last verified, or when what it refers to was withdrawn. */
  readonly since: Date;
  /** What it refers to that no longer holds. */
  readonly broken?: { readonly register: string; readonly id: string; readonly title: TextValue };
}

export interface Work {
  readonly total: number;
  /** The longest waiting first, at most as many as were asked for. */
  readonly items: readonly WorkItem[];
}

export interface WorkList {
  /** Submitted records that the actor may move on, and drafts of the actor's own. */
  readonly waiting: Work;
  /** Published records whose day of verification lies too far back. */
  readonly overdue: Work;
  /** Records that refer to one that has been withdrawn. */
  readonly broken: Work;
}

/** What the actor has to do in the registers; empty for who may do nothing there. */
export function workList(context: RegistersContext, most = 50): Promise<WorkList> {
  return context.database.as(context.actor, async (transaction) => ({
    waiting: await select(transaction, context, most, waiting(context)),
    overdue: await select(transaction, context, most, overdue(context)),
    broken: await select(transaction, context, most, broken(context)),
  }));
}

interface Row {
  register: string;
  id: string;
  title: TextValue;
  state: string;
  demonstration: boolean;
  since: Date;
  target: string | null;
  target_id: string | null;
  target_title: TextValue | null;
  total: number;
}

async function select(
  transaction: Handle,
  context: RegistersContext,
  most: number,
  from: RawBuilder<unknown>,
): Promise<Work> {
  const { rows } = await sql<Row>`
    select r.register, r.id, r.title, r.state, r.demonstration, w.since, w.target, w.target_id, w.target_title,
      count(*) over () as total
    from (${from}) w join register_records r on r.register = w.register and r.id = w.record
    where ${context.demonstration} or not r.demonstration
    order by w.since, r.register, r.id limit ${most}`.execute(transaction);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ register, id, title, state, demonstration, since, target, target_id, target_title }) => ({
      register,
      id,
      title,
      state,
      demonstration,
      since,
      ...(target !== null &&
        target_id !== null && { broken: { register: target, id: target_id, title: target_title ?? target_id } }),
    })),
  };
}

const nothing = sql`null::text as target, null::text as target_id, null::jsonb as target_title`;

function waiting(context: RegistersContext): RawBuilder<unknown> {
  const { actor } = context;
  const pairs = context.registers.flatMap((register) => {
    const { moves } = operationsOf(register);
    return register.lifecycle.states
      .filter(({ shown }, place) => shown === 'workers' && place > 0)
      .filter(({ id }) =>
        register.lifecycle.moves.some((move) => move.from.includes(id) && may(context, moves.get(move.id))),
      )
      .map(({ id }) => ({ register: register.id, state: id }));
  });
  const firsts = context.registers.map(({ id, lifecycle }) => ({ register: id, state: lifecycle.states[0]?.id ?? '' }));
  const own = actor.kind === 'account' ? actor.id : actor.kind;
  return sql`
    select register, id as record, changed_at as since, ${nothing} from register_records
    where (register, state) in (select * from unnest(${pairs.map((each) => each.register)}::text[], ${pairs.map((each) => each.state)}::text[]))
      or (changed_by = ${own} and (register, state) in
        (select * from unnest(${firsts.map((each) => each.register)}::text[], ${firsts.map((each) => each.state)}::text[])))`;
}

function overdue(context: RegistersContext): RawBuilder<unknown> {
  const due = context.registers.flatMap((register) => {
    const { verification } = register;
    return verification === undefined || !mayWrite(context, register)
      ? []
      : shownStates(register).map((state) => ({ register: register.id, state, ...verification }));
  });
  const today = context.clock().toISOString().slice(0, 10);
  return sql`
    select r.register, r.id as record, v.high::timestamptz as since, ${nothing}
    from unnest(${due.map(({ register }) => register)}::text[], ${due.map(({ state }) => state)}::text[],
      ${due.map(({ field }) => field)}::text[], ${due.map(({ months }) => months)}::int[]) as d (register, state, field, months)
    join register_records r on r.register = d.register and r.state = d.state
    join register_values v on v.register = r.register and v.record = r.id and v.field = d.field
    where v.high + make_interval(months => d.months) < ${today}::date`;
}

function broken(context: RegistersContext): RawBuilder<unknown> {
  const own = context.registers.filter((register) => mayWrite(context, register)).map(({ id }) => id);
  const gone = context.registers.flatMap(({ id, lifecycle }) =>
    lifecycle.states.filter(({ withdrawn }) => withdrawn === true).map((state) => ({ register: id, state: state.id })),
  );
  return sql`
    select r.register, r.id as record, t.changed_at as since, t.register as target, t.id as target_id, t.title as target_title
    from (select register, record, target, value from register_values where target is not null
      union select register, record, target, value from register_part_values where target is not null) v
    join register_records r on r.register = v.register and r.id = v.record and r.register = any (${own}::text[])
    join register_records t on t.register = v.target and t.id = v.value
    where (t.register, t.state) in (select * from unnest(${gone.map((each) => each.register)}::text[], ${gone.map((each) => each.state)}::text[]))
      and (r.register, r.state) not in (select * from unnest(${gone.map((each) => each.register)}::text[], ${gone.map((each) => each.state)}::text[]))`;
}

const shownStates = ({ lifecycle }: RegisterDefinition): readonly string[] =>
  lifecycle.states.filter(({ shown, withdrawn }) => shown === 'readers' && withdrawn !== true).map(({ id }) => id);

const mayWrite = (context: RegistersContext, register: RegisterDefinition): boolean =>
  may(context, operationsOf(register).save);

/** Whether the actor may do this to something of its own State; which records are its own is for row security to say. */
function may({ actor }: RegistersContext, operation: Operation | undefined): boolean {
  const state = actor.kind === 'account' ? actor.organization.state : undefined;
  const resource: Resource = state === undefined ? {} : { state };
  return can(actor, operation, resource).allowed;
}
