import type { Handle } from '#kernel/database/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { checkRecord } from '../fields/check-record.ts';
import { operationsOf } from '../operations.ts';
import type { SeedRecord } from '../seed-record.ts';
import type { Data } from '../store/split-record.ts';
import { findTargets, targetKey } from './find-targets.ts';
import { referencesOf } from './walk-references.ts';
import { writeNewRecords } from './write-new-records.ts';

export type NamedSeed = SeedRecord & { readonly id: string };

/** Writes new records of one register with one statement for each table; a thousand people's saves would take a minute of a first start. */
export async function writeSeeds(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  seeds: readonly NamedSeed[],
): Promise<void> {
  const checked = seeds.map((seed) => ({ ...seed, data: checkedData(register, seed) }));
  await refuseMissing(transaction, context, register, checked);
  await writeNewRecords(
    transaction,
    context,
    register,
    checked.map(({ id, data, demonstration, state = 'published' }) => ({ id, data, demonstration, state })),
    { act: 'made', operation: operationsOf(register).create.id },
  );
}

/** What comes with the house is complete: a finding of severity error is a fault of the system that brings it. */
function checkedData(register: RegisterDefinition, { id, data }: NamedSeed): Data {
  const { data: kept, findings } = checkRecord(register, data);
  const wrong = findings.find(({ severity }) => severity === 'error');
  if (wrong === undefined) return kept;
  throw new Error(
    `The record ${register.id}/${id} that comes with its system is wrong in ${wrong.field}: ${wrong.rule}.`,
  );
}

async function refuseMissing(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  seeds: readonly { readonly id: string; readonly data: Data }[],
): Promise<void> {
  const own = new Set(seeds.map(({ id }) => targetKey(register.id, id)));
  const targets = await findTargets(
    transaction,
    context,
    register,
    seeds.map(({ data }) => data),
  );
  for (const { id, data } of seeds)
    for (const reference of referencesOf(register.fields, data)) {
      const key = targetKey(reference.register, reference.id);
      if (!targets.has(key) && !own.has(key))
        throw new Error(
          `The record ${register.id}/${id} that comes with its system refers to ${key}, which is not there.`,
        );
    }
}
