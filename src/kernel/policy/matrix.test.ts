import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combinePermissions, defineOperations, each, everyone } from './index.ts';
import { compareWithOracle, mutantsOf } from './testing/index.ts';
import type { Oracle } from './testing/index.ts';

// A small house with each kind of rule; areas of the real house bring an oracle of their own in the same way.
const sample = defineOperations('sample', {
  look: { kind: 'read', allow: everyone('any'), existence: 'public' },
  import: { kind: 'write', allow: { statistician: 'any', 'focal-point': 'own-state', operator: 'any' } },
  accept: { kind: 'write', allow: { statistician: 'office', expert: 'assigned', operator: 'any' }, secondFactor: true },
  draft: { kind: 'write', allow: { 'programme-manager': ['own-unit', 'own-organization'] } },
  'keys.change': { kind: 'write', allow: each(['analyst', 'officer'], 'own-account'), recentSignIn: true },
});
const permissions = combinePermissions([sample]);

/** Homes in which people of this role read the rows of every State. */
const readsStates = (who: string): string[] =>
  ['statistician', 'report-writer'].includes(who) ? ['Research branch'] : [];

/** The same rules in the words of a person who has not read the code. */
const oracle: Oracle = ({ name, actor }, operation, standing) => {
  const [who = '', home = ''] = name.split(/ of |, /);
  const sure = name.includes('both factors');
  const justNow = !name.includes('long ago');
  const readable: Record<string, readonly string[]> = {
    'thing for partners': ['Research branch', 'Eastern network', 'A partner'],
    'thing for authorities': ['Research branch', 'Kenyan authority'],
    'thing of the office': ['Research branch'],
    'thing of own case': ['Research branch', 'Kenyan authority', 'Eastern network', 'A partner'],
    'thing of another case': [],
    'own State, readable': ['Kenyan authority', ...readsStates(who)],
    'other State, unreadable': readsStates(who),
  };
  const wall = readable[standing];
  if (wall !== undefined && who !== 'operator' && !wall.includes(home)) return false;
  const ownState = home === 'Kenyan authority' && standing.startsWith('own State');
  switch (operation) {
    case 'sample.look':
      return true;
    case 'sample.import':
      return who === 'operator' || who === 'statistician' || (who === 'focal-point' && ownState);
    case 'sample.accept':
      if (who === 'operator') return true;
      if (!sure) return false;
      return (who === 'statistician' && home === 'Research branch') || (who === 'expert' && standing === 'assigned');
    case 'sample.draft': {
      if (who !== 'programme-manager') return false;
      const hasUnit = home === 'Research branch' || home === 'Eastern network';
      return standing === 'own organization' || (standing === 'own unit' && hasUnit);
    }
    case 'sample.keys.change':
      return actor.kind === 'account' && ['analyst', 'officer'].includes(who) && standing === 'own account' && justNow;
    default:
      return false;
  }
};

test('every role, operation and standing is decided as the hand-written oracle says', () => {
  const { cells, differences } = compareWithOracle(permissions, oracle);
  assert.deepEqual(differences, []);
  assert.ok(cells >= 10_000, `only ${cells} cells`);
});

test('every single changed cell of the table is noticed', () => {
  const survivors: string[] = [];
  let mutants = 0;
  for (const mutant of mutantsOf(sample)) {
    mutants += 1;
    if (compareWithOracle(mutant.permissions, oracle).differences.length === 0) survivors.push(mutant.name);
  }
  assert.ok(mutants >= 70, `only ${mutants} mutants`);
  assert.deepEqual(survivors, []);
});

test('an operation without a row is denied to all, and a new row without an expectation fails the matrix', () => {
  const widened = combinePermissions([
    sample,
    defineOperations('new', { thing: { kind: 'read', allow: everyone('any') } }),
  ]);
  assert.notEqual(compareWithOracle(widened, oracle).differences.length, 0);
  assert.deepEqual(permissions.can({ kind: 'operator' }, 'new.thing'), {
    allowed: false,
    because: 'no-such-operation',
  });
  assert.throws(() => permissions.authorize({ kind: 'operator' }, 'new.thing'), { kind: 'not-found' });
});
