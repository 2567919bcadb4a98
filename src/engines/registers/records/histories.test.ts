import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { aDatabase } from '#kernel/database/testing.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import { laws, registersOver, registersSteps } from '../testing/index.ts';
import { compareVersions } from './compare-versions.ts';
import { createRecord } from './create-record.ts';
import { getRecord } from './get-record.ts';
import { listHistory } from './list-history.ts';
import { mergePatch } from './merge-patch.ts';
import { moveRecord } from './move-record.ts';
import { restoreVersion } from './restore-version.ts';
import { saveRecord } from './save-record.ts';

let as: ReturnType<typeof registersOver>;
before(async () => {
  as = registersOver(await aDatabase(registersSteps));
});

type Data = Readonly<Record<string, unknown>>;
type Step =
  | { readonly do: 'save'; readonly patch: Data }
  | { readonly do: 'move'; readonly move: string }
  | { readonly do: 'restore'; readonly back: number };

const small = fc.constantFrom('a', 'b', 'c');
const contact = fc
  .record({ office: small, address: small }, { requiredKeys: [] })
  .filter((row) => Object.keys(row).length > 0);
const patch = fc.record(
  {
    seats: fc.oneof(fc.nat(3), fc.constant(null)),
    summary: fc.oneof(small, fc.constant(null)),
    reviewer: fc.oneof(small, fc.constant(null)),
    note: fc.oneof(small, fc.constant(null)),
    contacts: fc.oneof(fc.array(contact, { minLength: 1, maxLength: 3 }), fc.constant(null)),
  },
  { requiredKeys: [] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), patch }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      move: fc.constantFrom('submit', 'return', 'publish', 'withdraw', 'reinstate'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), back: fc.nat(4) }) },
);

/** A record as somebody with a pencil would keep it: every state of it, whole. */
interface Model {
  versions: { data: Data; state: string }[];
}

/** The record without what is closed to visitors. */
function sees(data: Data): Data {
  const open = Object.entries(data).filter(([field]) => !['reviewer', 'note', 'contacts'].includes(field));
  const rows = ((data['contacts'] ?? []) as Data[]).flatMap(({ office }) => (office === undefined ? [] : [{ office }]));
  return { ...Object.fromEntries(open), ...(rows.length > 0 && { contacts: rows }) };
}
/** Rows of which the shared part is empty stand at the end. */
const kept = (data: Data): Data => {
  const rows = (data['contacts'] ?? []) as Data[];
  if (rows.length === 0) return data;
  return {
    ...data,
    contacts: [
      ...rows.filter(({ office }) => office !== undefined),
      ...rows.filter(({ office }) => office === undefined),
    ],
  };
};

describe('any history of a record', () => {
  it('is what a list of its versions says, for those who see all and for those who see a part', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (drawn) => {
        // As JSON comes from a client: the generator's objects have no prototype.
        const steps = JSON.parse(JSON.stringify(drawn)) as Step[];
        const first: Data = { name: { en: 'Act' }, country: 'KEN' };
        const { id } = await createRecord(as(operator), 'laws', { data: first });
        const model: Model = { versions: [{ data: first, state: 'draft' }] };
        for (const each of steps) await take(id, model, each);
        await matches(id, model);
      }),
      { numRuns: 12, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
    );
  });
});

async function take(id: string, model: Model, each: Step): Promise<void> {
  const context = as(operator);
  const { record } = await getRecord(context, 'laws', id);
  const now = model.versions.at(-1);
  assert.ok(now !== undefined);
  if (each.do === 'move') {
    const move = laws.lifecycle.moves.find(({ id: name }) => name === each.move);
    const moving = moveRecord(context, 'laws', id, { move: each.move, reason: 'So.', revision: record.revision });
    if (move === undefined || !move.from.includes(now.state)) await assert.rejects(moving, { kind: 'conflict' });
    else {
      await moving;
      model.versions.push({ data: now.data, state: move.to });
    }
    return;
  }
  const old = each.do === 'restore' ? model.versions.at(-1 - each.back) : undefined;
  const wanted = each.do === 'save' ? kept(mergePatch(now.data, each.patch) as Data) : (old ?? now).data;
  if (each.do === 'save') await saveRecord(context, 'laws', id, { patch: each.patch, revision: record.revision });
  else {
    const { entries } = await listHistory(context, 'laws', id);
    const which = (entries[each.back] ?? entries[0])?.revision ?? '';
    await restoreVersion(context, 'laws', id, { which, revision: record.revision });
  }
  if (!isDeepStrictEqual(wanted, now.data)) model.versions.push({ data: wanted, state: now.state });
}

async function matches(id: string, { versions }: Model): Promise<void> {
  const { record } = await getRecord(as(operator), 'laws', id);
  const last = versions.at(-1);
  assert.deepEqual({ data: record.data, state: record.state }, last);
  const { total, entries } = await listHistory(as(operator), 'laws', id, { size: 100 });
  assert.equal(total, versions.length);
  for (const [at, { revision, state }] of entries.toReversed().entries()) {
    const { from } = await compareVersions(as(operator), 'laws', id, { from: revision, to: revision });
    assert.deepEqual({ data: from.data, state }, versions[at]);
  }
  const shown = last?.state === 'published' || last?.state === 'withdrawn';
  if (!shown) return assert.rejects(getRecord(as(anonymous), 'laws', id), { kind: 'not-found' });
  assert.deepEqual((await getRecord(as(anonymous), 'laws', id)).record.data, sees(last.data));
  // What was public then, without what changed only where they cannot see.
  const open = versions
    .map((version, at) => ({ ...version, moved: version.state !== versions[at - 1]?.state }))
    .filter(({ state }) => state === 'published' || state === 'withdrawn')
    .map(({ data, moved }) => ({ data: sees(data), moved }))
    .filter(({ data, moved }, at, all) => moved || !isDeepStrictEqual(data, all[at - 1]?.data));
  assert.equal((await listHistory(as(anonymous), 'laws', id)).total, open.length);
}
