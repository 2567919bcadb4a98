import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { aDatabase } from '#kernel/database/testing.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { anonymous } from '#kernel/policy/index.ts';
import {
  createRecord,
  defineRegister,
  findRecords,
  getRecord,
  text,
  type RegistersContext,
} from '#engines/registers/index.ts';
import { contributor, editor, registersOver, registersSteps } from '#engines/registers/testing/index.ts';
import type { LawDocument } from './akn/law-document.ts';
import { writeLaw } from './akn/write-law.ts';
import { coverage, importLaw, laws, provisions } from './index.ts';

// Another system's register, of which only the ids matter here.
const treaties = defineRegister({
  id: 'treaties',
  title: 'Treaties',
  one: 'Treaty',
  about: 'Treaties.',
  sources: ['A/72/125 para 13'],
  titleField: 'key',
  keyField: 'key',
  fields: { key: text('Key').required().unique() },
});

const document: LawDocument = {
  jurisdiction: 'KEN',
  kind: 'act',
  number: '9',
  title: 'Organized Crime Act',
  language: 'en',
  adopted: '2010-03-01',
  inForce: '2010-06-01',
  provisions: [
    {
      kind: 'section',
      eId: 'sec_5',
      number: '5',
      heading: 'Groups',
      wording: '(1) Nobody leads a group.\n(2) Nobody joins one.',
      from: '2010-06-01',
      answers: [{ treaty: 'untoc', article: '5', paragraph: '1(a)', relation: 'criminalises', coverage: 'yes' }],
    },
  ],
};

let as: (actor: RegistersContext['actor']) => RegistersContext;
before(async () => {
  as = registersOver(await aDatabase(registersSteps), [treaties, laws, provisions, coverage]);
  await createRecord(as(editor), 'treaties', { data: { key: 'untoc' }, moves: ['publish'] });
});

describe('a law that comes in as a document', () => {
  it('becomes a law with its provisions and judgements, as drafts that only those who work on them see', async () => {
    const imported = await importLaw(as(editor), writeLaw(document, '2026-01-01'), 'act.xml');
    assert.deepEqual(imported, { law: 'ken-2010-9', provisions: 1, judgements: 1 });
    const { record } = await getRecord(as(editor), 'laws', 'ken-2010-9');
    assert.deepEqual(
      [record.state, record.data['work'], record.demonstration],
      ['draft', '/akn/ke/act/2010-03-01/9', false],
    );
    const provision = await getRecord(as(editor), 'provisions', 'ken-2010-9-sec_5-2010-06-01');
    assert.deepEqual(provision.record.data['wording'], { en: '(1) Nobody leads a group.\n(2) Nobody joins one.' });
    assert.equal((await findRecords(as(anonymous), 'laws', {})).total, 0);
  });

  it('is taken in whole or not at all', async () => {
    const [provision] = document.provisions;
    assert.ok(provision);
    const wrong = {
      ...document,
      number: '10',
      provisions: [{ ...provision, answers: [{ ...provision.answers[0], treaty: 'nowhere' }] }],
    } as LawDocument;
    await assert.rejects(importLaw(as(editor), writeLaw(wrong, '2026-01-01'), 'act.xml'), Problem);
    await assert.rejects(
      getRecord(as(editor), 'laws', 'ken-2010-10'),
      (thrown) => thrown instanceof Problem && thrown.kind === 'not-found',
    );
  });

  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (thrown: unknown) => (thrown instanceof Problem ? thrown.kind : thrown),
    );

  it('is refused when it is there already, when it is empty, and to who may not make laws of that State', async () => {
    const xml = writeLaw(document, '2026-01-01');
    assert.equal(await kindOf(importLaw(as(editor), xml, 'act.xml')), 'conflict');
    assert.equal(
      await kindOf(
        importLaw(as(editor), writeLaw({ ...document, number: '11', provisions: [] }, '2026-01-01'), 'act.xml'),
      ),
      'invalid',
    );
    const other = writeLaw({ ...document, jurisdiction: 'PER' }, '2026-01-01');
    assert.match(String(await kindOf(importLaw(as(contributor), other, 'act.xml'))), /forbidden|not-found/);
    assert.equal(await kindOf(importLaw(as(anonymous), other, 'act.xml')), 'not-signed-in');
  });
});
