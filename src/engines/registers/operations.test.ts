import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combinePermissions } from '#kernel/policy/index.ts';
import { compareWithOracle, mutantsOf } from '#kernel/policy/testing/index.ts';
import type { Oracle } from '#kernel/policy/testing/index.ts';
import { registersOperations } from './operations.ts';
import { laws } from './testing/index.ts';

const editors = ['programme-manager', 'administrator'];
const authors = ['report-writer', 'analyst'];
const ofStates = ['contributor', 'authority', 'focal-point'];

/** Written from the README's words: editors publish, authors and a State's people write and submit, everyone reads what is theirs to read. */
const oracle: Oracle = ({ name, actor }, operation, standing) => {
  const [who = '', home = ''] = name.split(/ of |, /);
  const account = actor.kind === 'account';
  const inOffice = home === 'Research branch';
  const readsStates = inOffice && ['statistician', 'report-writer'].includes(who);
  const readers: Record<string, boolean> = {
    'thing for partners': account && home !== 'Kenyan authority',
    'thing for authorities': inOffice || home === 'Kenyan authority',
    'thing of the office': inOffice,
    'thing of own case': account,
    'thing of another case': false,
    'own State, readable': home === 'Kenyan authority' || readsStates,
    'other State, unreadable': readsStates,
  };
  if (readers[standing] === false && who !== 'operator') return false;
  if (operation.endsWith('.read') || who === 'operator') return true;
  if (editors.includes(who)) return true;
  const writes = !['return', 'publish', 'withdraw', 'reinstate'].some((move) => operation.endsWith(`.move.${move}`));
  if (authors.includes(who)) return writes;
  return writes && ofStates.includes(who) && home === 'Kenyan authority' && standing.startsWith('own State');
};

test('who may do what in a register follows from its definition, in every cell', () => {
  const table = registersOperations([laws]);
  assert.deepEqual(Object.keys(table).toSorted(), [
    'registers.laws.create',
    'registers.laws.import',
    'registers.laws.move.publish',
    'registers.laws.move.reinstate',
    'registers.laws.move.return',
    'registers.laws.move.submit',
    'registers.laws.move.withdraw',
    'registers.laws.read',
    'registers.laws.save',
  ]);
  const { cells, differences } = compareWithOracle(combinePermissions([table]), oracle);
  assert.deepEqual(differences, []);
  assert.ok(cells > 20_000, `only ${cells} cells`);
});

test('a right given or taken in any cell is noticed', () => {
  for (const { name, permissions } of mutantsOf(registersOperations([laws])))
    assert.notDeepEqual(compareWithOracle(permissions, oracle).differences, [], name);
});
