import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { say } from '#kernel/i18n/say.ts';
import type { RegistersContext } from '../context.ts';
import type { RecordFinding, RegisterDefinition } from '../definition.ts';
import { checkRecord } from '../fields/check-record.ts';
import { indexedFields, valuesOf } from '../store/values-of.ts';
import type { Data } from '../store/split-record.ts';
import { findTargets, targetKey, type Targets } from './find-targets.ts';
import { referencesOf } from './walk-references.ts';

export interface CheckedForSave {
  /** Normalised; what cannot be kept is left out and said in a finding. */
  readonly data: Data;
  readonly findings: readonly RecordFinding[];
  readonly targets: Targets;
}

/** Rules whose findings refuse a save at once, in whichever state: the value cannot be kept. */
const refusing = new Set(['form', 'reference']);
export const refusesSave = ({ rule }: RecordFinding): boolean => refusing.has(rule);

/** Checks a record as `register` (what the writer may see of it) says, with what only the database knows: references and uniqueness. */
export async function checkForSave(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  input: unknown,
  id: string | undefined,
): Promise<CheckedForSave> {
  const { data, findings } = checkRecord(register, input);
  const targets = await findTargets(transaction, context, register, [data]);
  return {
    data,
    findings: [
      ...findings,
      ...referenceFindings(register, data, targets),
      ...(await uniqueFindings(transaction, context, register, data, id)),
    ],
    targets,
  };
}

/** What hides a record and what does not exist is said in the same words. */
function* referenceFindings(register: RegisterDefinition, data: Data, targets: Targets): Generator<RecordFinding> {
  for (const { register: to, id, path } of referencesOf(register.fields, data)) {
    const target = targets.get(targetKey(to, id));
    if (target === undefined)
      yield {
        rule: 'reference',
        severity: 'error',
        field: path,
        said: say('There is no record “{id}” in the register {register}. Choose one from its list.', {
          id,
          register: to,
        }),
      };
    else if (target.withdrawn)
      yield {
        rule: 'withdrawn',
        severity: 'warning',
        field: path,
        said: say('The record “{id}” of the register {register} is withdrawn. Choose the one that took its place.', {
          id,
          register: to,
        }),
      };
  }
}

/**
 * Says which unique values another record holds, among those that the writer may know of: a hidden record is never
 * betrayed, and whoever publishes sees both. Two writers of the same value wait for each other.
 */
async function uniqueFindings(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  data: Data,
  id: string | undefined,
): Promise<readonly RecordFinding[]> {
  const unique = [...indexedFields(register.fields)].filter(([, spec]) => spec.unique);
  if (unique.length === 0) return [];
  const closed = new Set(unique.filter(([, { audience }]) => audience !== undefined).map(([field]) => field));
  const names = new Set(unique.map(([field]) => field));
  const values = valuesOf(register.fields, data)
    .filter(({ field }) => names.has(field))
    .toSorted((one, other) => (`${one.field}\n${one.value}` < `${other.field}\n${other.value}` ? -1 : 1));
  const findings: RecordFinding[] = [];
  for (const { field, value } of values) {
    const table = sql.table(closed.has(field) ? 'register_part_values' : 'register_values');
    const lock = `${register.id}\n${field}\n${value}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(transaction);
    // The value is looked for first and its record then, whatever the planner thinks of tables that are being filled.
    const { rows } = await sql<{ id: string }>`select id from (
        select (select r.id from register_records r where r.register = v.register and r.id = v.record
          and (${context.demonstration} or not r.demonstration)) as id
        from ${table} v where v.register = ${register.id} and v.field = ${field} and v.value = ${value} offset 0
      ) holders where id <> ${id ?? ''} limit 1`.execute(transaction);
    const [other] = rows;
    if (other !== undefined)
      findings.push({
        rule: 'unique',
        severity: 'error',
        field,
        said: say('The record {id} holds the same value, “{value}”. Correct one of the two.', { id: other.id, value }),
      });
  }
  return findings;
}
