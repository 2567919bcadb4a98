import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { aDatabase } from '#kernel/database/testing.ts';
import { citationsOf, citedBy } from '#kernel/links/index.ts';
import type { Problem } from '#kernel/errors/problem.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';
import { author, contributor, editor, otherState, partner, registersOver, registersSteps } from '../testing/index.ts';
import { compareVersions } from './compare-versions.ts';
import { createRecord } from './create-record.ts';
import { findDuplicates } from './find-duplicates.ts';
import { getRecord } from './get-record.ts';
import { listCitations } from './list-citations.ts';
import { listHistory } from './list-history.ts';
import { moveRecord } from './move-record.ts';
import { restoreVersion } from './restore-version.ts';
import { saveRecord } from './save-record.ts';

let as: (actor: RegistersContext['actor']) => RegistersContext;
before(async () => {
  as = registersOver(await aDatabase(registersSteps));
});

const law = (more: Record<string, unknown> = {}) => ({ name: { en: 'An act' }, country: 'KEN', ...more });
const published = (data: Record<string, unknown> = {}) =>
  createRecord(as(editor), 'laws', { data: law(data), moves: ['publish'] });
interface Stale {
  merged: Record<string, unknown>;
  base: Record<string, unknown>;
  theirs: { data: Record<string, unknown> };
  yours: Record<string, unknown>;
  fields: string[];
}
const is = (kind: string) => (error: unknown) => (error as { kind?: string }).kind === kind;

describe('a record', () => {
  it('is drafted by its State, submitted, published by the office, and then everyone’s', async () => {
    const draft = await createRecord(as(contributor), 'laws', { data: { name: { en: 'Penal Code' } } });
    assert.equal(draft.data['country'], 'KEN', 'a State writes of itself unless it says otherwise');
    assert.equal(draft.state, 'draft');
    await assert.rejects(getRecord(as(anonymous), 'laws', draft.id), is('not-found'));
    await assert.rejects(getRecord(as(otherState), 'laws', draft.id), is('not-found'));
    await assert.rejects(moveRecord(as(contributor), 'laws', draft.id, { move: 'publish' }), is('forbidden'));
    await moveRecord(as(contributor), 'laws', draft.id, { move: 'submit' });
    await moveRecord(as(editor), 'laws', draft.id, { move: 'publish' });
    const read = await getRecord(as(anonymous), 'laws', draft.id);
    assert.deepEqual(read.record.title, { en: 'Penal Code' });
    assert.equal(read.maySave, false);
    assert.deepEqual(read.moves, []);
    assert.equal(read.record.made.by, undefined, 'nobody outside learns whose account it was');
    assert.equal((await getRecord(as(editor), 'laws', draft.id)).record.made.by, 'a-kenya');
  });

  it('is not rewritten by who could not have published it', async () => {
    const { id, revision } = await published();
    for (const who of [contributor, author])
      await assert.rejects(saveRecord(as(who), 'laws', id, { data: law(), revision }), is('forbidden'));
    assert.equal((await getRecord(as(contributor), 'laws', id)).maySave, false);
  });

  it('is changed by those who work on it alone, whatever role others have elsewhere', async () => {
    const { id, revision } = await published();
    await assert.rejects(saveRecord(as(partner), 'laws', id, { patch: { seats: 1 }, revision }), is('forbidden'));
    await assert.rejects(moveRecord(as(partner), 'laws', id, { move: 'withdraw', reason: 'x' }), is('forbidden'));
    await assert.rejects(createRecord(as(partner), 'laws', { data: law() }), is('forbidden'));
    const { maySave, moves } = await getRecord(as(partner), 'laws', id);
    assert.deepEqual([maySave, moves], [false, []]);
  });

  it('is not written for another State, nor handed to one', async () => {
    await assert.rejects(createRecord(as(otherState), 'laws', { data: law() }), is('forbidden'));
    await assert.rejects(createRecord(as(anonymous), 'laws', { data: law() }), is('not-signed-in'));
    const { id, revision } = await createRecord(as(contributor), 'laws', { data: law() });
    await assert.rejects(
      saveRecord(as(contributor), 'laws', id, { patch: { country: 'PER' }, revision }),
      is('forbidden'),
    );
  });

  it('keeps no value that does not fit, and is not published while something is missing', async () => {
    await assert.rejects(createRecord(as(editor), 'laws', { data: law({ adopted: 'yesterday' }) }), is('invalid'));
    await assert.rejects(createRecord(as(editor), 'laws', { data: law({ colour: 'red' }) }), is('invalid'));
    const draft = await createRecord(as(editor), 'laws', { data: { country: 'KEN' } });
    assert.ok((await getRecord(as(editor), 'laws', draft.id)).findings.some(({ rule }) => rule === 'required'));
    await assert.rejects(moveRecord(as(editor), 'laws', draft.id, { move: 'publish' }), is('invalid'));
    const { id, revision } = await published();
    await assert.rejects(saveRecord(as(editor), 'laws', id, { patch: { name: null }, revision }), is('invalid'));
  });

  it('is withdrawn with a reason that everyone reads, and reinstated', async () => {
    const { id } = await published();
    await assert.rejects(moveRecord(as(editor), 'laws', id, { move: 'withdraw', reason: ' ' }), is('invalid'));
    await moveRecord(as(editor), 'laws', id, { move: 'withdraw', reason: 'Repealed.' });
    const { record } = await getRecord(as(anonymous), 'laws', id);
    assert.deepEqual([record.withdrawn, record.reason], [true, 'Repealed.']);
    await assert.rejects(moveRecord(as(editor), 'laws', id, { move: 'publish' }), is('conflict'));
    await moveRecord(as(editor), 'laws', id, { move: 'reinstate', reason: 'An error.' });
    assert.equal((await getRecord(as(anonymous), 'laws', id)).record.withdrawn, false);
  });

  it('is made once however often it is sent', async () => {
    const one = { data: law({ symbol: 'once' }), key: 'key-0001' };
    const [first, again] = [
      await createRecord(as(contributor), 'laws', one),
      await createRecord(as(contributor), 'laws', one),
    ];
    assert.equal(first.id, again.id);
    await assert.rejects(
      createRecord(as(contributor), 'laws', { data: law({ symbol: 'other' }), key: 'key-0001' }),
      is('conflict'),
    );
  });
});

describe('two savers', () => {
  it('lose nothing: the second learns what both wrote', async () => {
    const { id, revision } = await published({ seats: 1, summary: 'One.' });
    await saveRecord(as(editor), 'laws', id, { patch: { seats: 2, adopted: '2003' }, revision });
    await assert.rejects(
      saveRecord(as(editor), 'laws', id, { patch: { seats: 3, summary: 'Three.' }, revision }),
      (error: Problem) => {
        assert.equal(error.kind, 'stale');
        const { base, theirs, yours, fields, merged } = error.details as unknown as Stale;
        assert.deepEqual([base['seats'], theirs.data['seats'], yours['seats']], [1, 2, 3]);
        assert.deepEqual(fields, ['seats']);
        assert.deepEqual([merged['seats'], merged['summary'], merged['adopted']], [3, 'Three.', '2003']);
        return true;
      },
    );
  });

  it('of which one saves nothing new make no version', async () => {
    const { id, revision, version } = await published({ seats: 1 });
    const saved = await saveRecord(as(editor), 'laws', id, { patch: { seats: 1 }, revision });
    assert.deepEqual([saved.version, saved.revision], [version, revision]);
  });
});

describe('closed fields', () => {
  it('are for their audience, and change nothing that others see', async () => {
    const { id } = await published({
      urgent: '+254 1',
      contacts: [{ office: 'A', address: 'a@x' }, { address: 'b@x' }],
    });
    const outside = await getRecord(as(anonymous), 'laws', id);
    assert.deepEqual(outside.record.data['contacts'], [{ office: 'A' }]);
    assert.equal(outside.record.data['urgent'], undefined);
    const inside = (await getRecord(as(otherState), 'laws', id)).record;
    assert.deepEqual(inside.data['contacts'], [{ office: 'A', address: 'a@x' }, { address: 'b@x' }]);
    const opened = (await getRecord(as(editor), 'laws', id)).record;
    await saveRecord(as(editor), 'laws', id, { patch: { urgent: '+254 2' }, revision: opened.revision });
    assert.deepEqual((await getRecord(as(anonymous), 'laws', id)).record, outside.record);
    assert.equal((await listHistory(as(anonymous), 'laws', id)).total, 1);
    assert.equal((await listHistory(as(editor), 'laws', id)).total, 3);
  });

  it('leave a trace in the audit log when they are read', async () => {
    const { id } = await published({ urgent: '+254 7', symbol: 'AUDITED' });
    const reads = async () => {
      const { rows } = await sql<{ role: string }>`select role from audit_entry
        where action = 'registers.laws.read' and subject_id = ${id}`.execute(as(operator).database.owner);
      return rows.map(({ role }) => role);
    };
    await getRecord(as(anonymous), 'laws', id);
    assert.deepEqual(await reads(), []);
    await getRecord(as(otherState), 'laws', id);
    assert.deepEqual(await reads(), ['contributor']);
  });

  it('of the State survive a save by the office, which cannot see them', async () => {
    const { id } = await createRecord(as(contributor), 'laws', { data: law({ note: 'Ours.', urgent: '+254' }) });
    const opened = (await getRecord(as(editor), 'laws', id)).record;
    assert.equal(opened.data['note'], undefined);
    await assert.rejects(
      saveRecord(as(editor), 'laws', id, { patch: { note: 'Yours' }, revision: opened.revision }),
      is('invalid'),
    );
    await saveRecord(as(editor), 'laws', id, {
      data: { name: { en: 'Renamed' }, country: 'KEN' },
      revision: opened.revision,
    });
    const own = (await getRecord(as(contributor), 'laws', id)).record.data;
    assert.deepEqual([own['note'], own['urgent'], own['name']], ['Ours.', undefined, { en: 'Renamed' }]);
  });

  it('stay with their row when the rows are put in another order by who cannot see them', async () => {
    const { id } = await createRecord(as(contributor), 'laws', {
      data: law({
        contacts: [{ office: 'A', address: 'a@x' }, { office: 'B', address: 'b@x' }, { address: 'c@x' }],
      }),
    });
    const opened = (await getRecord(as(operator), 'laws', id)).record;
    await saveRecord(as(operator), 'laws', id, {
      patch: { contacts: [{ office: 'B', address: 'b@x' }, { office: 'A', address: 'a@x' }, { address: 'c@x' }] },
      revision: opened.revision,
    });
    const own = (await getRecord(as(contributor), 'laws', id)).record.data;
    assert.deepEqual(own['contacts'], [
      { office: 'B', address: 'b@x' },
      { office: 'A', address: 'a@x' },
      { address: 'c@x' },
    ]);
  });
});

describe('history', () => {
  it('shows outsiders what was public, compares, and restores into a new version', async () => {
    const draft = await createRecord(as(editor), 'laws', { data: law({ seats: 1 }) });
    const second = await saveRecord(as(editor), 'laws', draft.id, { patch: { seats: 2 }, revision: draft.revision });
    const third = await moveRecord(as(editor), 'laws', draft.id, { move: 'publish' });
    assert.equal(second.version, 2);
    assert.equal((await listHistory(as(anonymous), 'laws', draft.id)).total, 1);
    await assert.rejects(compareVersions(as(anonymous), 'laws', draft.id, { from: '1', to: '3' }), is('not-found'));
    const compared = await compareVersions(as(editor), 'laws', draft.id, { from: '1', to: '3' });
    assert.deepEqual(
      compared.differences.map(({ field }) => field),
      ['seats'],
    );
    const restored = await restoreVersion(as(editor), 'laws', draft.id, { which: '1', revision: third.revision });
    assert.deepEqual([restored.version, restored.state, restored.data['seats']], [4, 'published', 1]);
    const { entries } = await listHistory(as(editor), 'laws', draft.id);
    assert.deepEqual(
      entries.map(({ act, fields }) => [act, fields]),
      [
        ['restored', ['seats']],
        ['moved', []],
        ['saved', ['seats']],
        ['made', ['country', 'name', 'seats']],
      ],
    );
  });
});

describe('references', () => {
  it('are checked, shown from both ends, and counted for those who may know of them', async () => {
    const target = await published({ symbol: 'T-1' });
    const hidden = await createRecord(as(contributor), 'laws', { data: law() });
    await assert.rejects(
      createRecord(as(otherState), 'laws', { data: { name: { en: 'x' }, country: 'PER', cites: [hidden.id] } }),
      is('invalid'),
    );
    const citing = await published({ cites: [target.id, hidden.id], source: target.id });
    assert.deepEqual((await getRecord(as(anonymous), 'laws', citing.id)).record.data['cites'], [target.id]);
    const seen = await listCitations(as(anonymous), 'laws', target.id);
    assert.deepEqual(seen.counts, [{ kind: 'register:laws', field: 'cites', count: 1 }]);
    assert.deepEqual(
      seen.records.map(({ id }) => id),
      [citing.id],
    );
    assert.equal((await listCitations(as(editor), 'laws', target.id)).total, 2);
    const links = await as(editor).database.as(anonymous, (transaction) =>
      citedBy(transaction, { kind: 'register:laws', id: target.id }),
    );
    assert.equal(links.length, 1);
  });

  it('to what is hidden are in the house’s table for those who know of it, until it is published', async () => {
    const hidden = await createRecord(as(editor), 'laws', { data: law() });
    const citing = await published({ cites: [hidden.id] });
    const links = (actor: RegistersContext['actor']) =>
      as(actor).database.as(actor, (transaction) => citationsOf(transaction, { kind: 'register:laws', id: citing.id }));
    assert.deepEqual([(await links(anonymous)).length, (await links(editor)).length], [0, 1]);
    await moveRecord(as(editor), 'laws', hidden.id, { move: 'publish' });
    assert.equal((await links(anonymous)).length, 1);
  });

  it('that a writer cannot see are kept when they save', async () => {
    const own = await createRecord(as(contributor), 'laws', { data: law() });
    const ours = await createRecord(as(operator), 'laws', { data: law({ name: { en: 'Hidden' }, country: 'PER' }) });
    const { id } = await createRecord(as(operator), 'laws', { data: law({ cites: [own.id, ours.id] }) });
    const opened = (await getRecord(as(contributor), 'laws', id)).record;
    assert.deepEqual(opened.data['cites'], [own.id]);
    await saveRecord(as(contributor), 'laws', id, { patch: { cites: null, seats: 4 }, revision: opened.revision });
    assert.deepEqual((await getRecord(as(operator), 'laws', id)).record.data['cites'], [ours.id]);
  });
});

describe('what no two records should share', () => {
  it('is said to those who know of both, and keeps the second from being published', async () => {
    const hidden = await createRecord(as(otherState), 'laws', {
      data: { name: { en: 'x' }, country: 'PER', symbol: 'U-1' },
    });
    const data = law({ symbol: 'U-1' });
    assert.deepEqual(await findDuplicates(as(contributor), 'laws', { data }), []);
    const made = await createRecord(as(contributor), 'laws', { data });
    assert.deepEqual((await getRecord(as(contributor), 'laws', made.id)).findings, []);
    const found = await findDuplicates(as(editor), 'laws', { data, except: made.id });
    assert.deepEqual(
      found.map(({ id }) => id),
      [hidden.id],
    );
    await assert.rejects(moveRecord(as(editor), 'laws', made.id, { move: 'publish' }), is('invalid'));
  });
});
