import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { appendAudit } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import { actedBy, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { audienceOfField, reads, readersOf } from '../store/audiences.ts';
import { dataOf, splitOf, type Loaded } from '../store/load-record.ts';
import { splitRecord, type Data } from '../store/split-record.ts';
import type { Act } from '../store/tables.ts';
import { writeRecord } from '../store/write-record.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { cite } from './cite.ts';
import { citeAgain } from './cite-again.ts';
import { sayChanged } from './say-changed.ts';

/** What becomes of a record by one act. */
export interface WantedChange {
  readonly id: string;
  readonly data: Data;
  readonly state: string;
  readonly demonstration: boolean;
  readonly act: Act;
  readonly move?: string;
  readonly reason?: string;
  /** Id of the operation that allowed it. */
  readonly operation: string;
}

/** Writes a change that was allowed and checked: record, versions, values, audit, citations and event in the caller's transaction. */
export async function writeChange(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  before: Loaded | undefined,
  wanted: WantedChange,
): Promise<boolean> {
  const { id, data, state, act, move, reason, operation, demonstration } = wanted;
  const was = before?.row.country ?? undefined;
  const country = countryOf(register, data);
  const readers = readersOf(register, state, country);
  if (!reads(context.actor, readers))
    throw new Problem(
      'forbidden',
      say('This would put the record out of your own sight. Ask the administrator of the register to do it.'),
    );
  const known = visibleRegister(register, context.actor, country);
  const split = splitRecord(
    register.fields,
    data,
    country,
    before === undefined ? { base: {}, parts: new Map() } : splitOf(before.row.data, before.parts),
    () => randomBytes(4).toString('hex'),
  );
  const written = await writeRecord(transaction, before, {
    register,
    id,
    split,
    seen: new Set([
      ...closedAudiences(known, country),
      ...closedAudiences(visibleRegister(register, context.actor, was), was),
    ]),
    state,
    country,
    demonstration,
    readers,
    act,
    ...(move !== undefined && { move }),
    ...(reason !== undefined && { reason }),
    ...actedBy(context.actor),
    at: context.clock(),
    change: randomBytes(8).toString('hex'),
  });
  if (!written.base && written.parts.length === 0) return false;
  await cite(transaction, register, { id, before: before?.row.state, state, country, data, readers });
  if (before !== undefined && before.row.audience !== readers.audience)
    await citeAgain(transaction, context, { register: register.id, id });
  await appendAudit(transaction, {
    actor: context.actor,
    action: operation,
    subject: { kind: `register:${register.id}`, id },
    details: {
      act,
      state,
      fields: changedFields(before === undefined ? {} : dataOf(register, before), data),
      ...(reason !== undefined && { reason }),
    },
    ...(context.request !== undefined && { request: context.request }),
  });
  await sayChanged(transaction, [{ register: register.id, id, state }]);
  return true;
}

/** The State that the record is about or of, as its data says. */
export function countryOf({ stateField }: RegisterDefinition, data: Data): string | undefined {
  const value = stateField === undefined ? undefined : data[stateField];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Ids of the fields in which two records differ. */
export function changedFields(before: Data, after: Data): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .toSorted();
}

function closedAudiences({ fields }: RegisterDefinition, country: string | undefined): readonly Audience[] {
  return Object.values(fields)
    .flatMap((spec) => (spec.kind === 'group' ? [spec, ...Object.values(spec.fields)] : [spec]))
    .map(({ audience }) => audienceOfField(audience, country))
    .filter((audience) => audience !== undefined);
}
