import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Problem } from '#kernel/errors/problem.ts';
import {
  anonymous,
  audiencesOf,
  can,
  authorize,
  combinePermissions,
  defineOperations,
  everyone,
  notFound,
  opens,
} from './index.ts';
import { operator, relations, roles } from './index.ts';
import type { Actor, Audience, Resource, Role } from './index.ts';
import { anActor, organizations } from './testing/index.ts';

const operations = defineOperations('returns', {
  read: { kind: 'read', allow: everyone('any', ['public']), readsAudited: true },
  accept: { kind: 'write', allow: { statistician: 'any' }, secondFactor: true, recentSignIn: true },
  list: { kind: 'read', allow: { statistician: 'any' }, existence: 'public' },
});
const refusal = (act: () => unknown): Problem => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was allowed.');
};

const audiences = fc.constantFrom<Audience>(
  'public',
  'partners',
  'authorities',
  'office',
  'state:KEN',
  'state:PER',
  'unit:research',
  'network:east',
  'case:1',
);
const actors: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        role: fc.constantFrom(...roles),
        organization: fc.constantFrom(...Object.values(organizations)),
        scopes: fc.option(fc.subarray(['returns.read', 'returns.*', 'other.*', 'return']), { nil: undefined }),
        secondFactor: fc.boolean(),
        recent: fc.boolean(),
      })
      .map(({ role, organization, scopes, secondFactor, recent }) =>
        anActor(role, { organization, assurance: { secondFactor, recent }, ...(scopes !== undefined && { scopes }) }),
      ),
  },
  { weight: 1, arbitrary: fc.constant(anonymous) },
  { weight: 1, arbitrary: fc.constant(operator) },
);
const resources: fc.Arbitrary<Resource> = fc.record(
  {
    audience: audiences,
    state: fc.constantFrom('KEN', 'PER'),
    organization: fc.constantFrom('o-ken', 'o-res'),
    unit: fc.constantFrom('research', 'east'),
    account: fc.constantFrom('a-statistician', 'a-expert'),
    assigned: fc.subarray(['a-statistician', 'a-expert']),
  },
  { requiredKeys: [] },
);
const tables = fc
  .record({
    cells: fc.dictionary(fc.constantFrom(...roles), fc.subarray([...relations], { minLength: 1 }), { minKeys: 1 }),
    secondFactor: fc.boolean(),
    recentSignIn: fc.boolean(),
    existence: fc.constantFrom<'public' | 'hidden'>('public', 'hidden'),
  })
  // A row with demands that is open to visitors is refused at the start.
  .filter(({ cells, secondFactor, recentSignIn }) => cells['public'] === undefined || !(secondFactor || recentSignIn));
const runs = { numRuns: 500 };

test('law: nobody acts on what their audiences do not hold, whatever the table says', () => {
  fc.assert(
    fc.property(actors, resources, tables, (actor, resource, { cells, ...row }) => {
      const { it } = defineOperations('x', { it: { kind: 'write', allow: cells, ...row } });
      const own = audiencesOf(actor);
      fc.pre(resource.audience !== undefined && !opens(own, resource.audience));
      assert.equal(can(actor, it, resource).allowed, false);
    }),
    runs,
  );
});

test('law: taking scopes, roles or proofs away never allows more', () => {
  fc.assert(
    fc.property(actors, resources, tables, (actor, resource, { cells, ...row }) => {
      const { it } = defineOperations('returns', { it: { kind: 'write', allow: cells, ...row } });
      const before = can(actor, it, resource).allowed;
      if (actor.kind !== 'account') return;
      const less = { ...actor, scopes: ['other.thing'] };
      assert.equal(can(less, it, resource).allowed, false);
      const weaker = { ...actor, assurance: { secondFactor: false, recent: false } };
      if (can(weaker, it, resource).allowed) assert.equal(before, true);
    }),
    runs,
  );
});

test('law: a refusal of what the actor may not know is word for word that of what is missing', () => {
  fc.assert(
    fc.property(actors, resources, tables, (actor, resource, { cells, ...row }) => {
      const { it } = defineOperations('x', { it: { kind: 'write', allow: cells, ...row } });
      const own = audiencesOf(actor);
      const decision = can(actor, it, resource);
      fc.pre(!decision.allowed && resource.audience !== undefined && !opens(own, resource.audience));
      const problem = refusal(() => authorize(actor, it, resource));
      assert.deepEqual(
        [problem.kind, problem.message, problem.details, problem.cause],
        [notFound().kind, notFound().message, notFound().details, undefined],
      );
    }),
    runs,
  );
});

test('another State’s return is missing, not forbidden', () => {
  const outsider = anActor('focal-point', { organization: organizations.peru });
  assert.equal(
    refusal(() => authorize(outsider, operations.read, { audience: 'state:KEN', state: 'KEN' })).kind,
    'not-found',
  );
});

test('what one may see but not do is forbidden; a visitor is asked to sign in; a hidden operation is missing', () => {
  const focalPoint = anActor('focal-point', { organization: organizations.kenya });
  assert.equal(refusal(() => authorize(focalPoint, operations.accept, { audience: 'state:KEN' })).kind, 'forbidden');
  assert.equal(refusal(() => authorize(focalPoint, operations.accept)).kind, 'not-found');
  assert.equal(refusal(() => authorize(anonymous, operations.accept, { audience: 'public' })).kind, 'not-signed-in');
  assert.equal(refusal(() => authorize(anonymous, operations.list)).kind, 'not-signed-in');
});

test('the right person without a second factor or a recent sign-in is told what is missing', () => {
  const accept = (secondFactor: boolean, recent: boolean) =>
    refusal(() => authorize(anActor('statistician', { assurance: { secondFactor, recent } }), operations.accept))
      .details;
  assert.deepEqual(accept(false, true), { needs: 'second-factor' });
  assert.deepEqual(accept(true, false), { needs: 'recent-sign-in' });
  assert.equal(authorize(anActor('statistician'), operations.accept), 'any');
});

test('an API token reaches only what its scopes cover', () => {
  const token = (...scopes: string[]) => can(anActor('statistician', { scopes }), operations.read, {}).allowed;
  assert.deepEqual(
    [token('returns.read'), token('returns.*'), token(), token('returns'), token('return.*'), token('*')],
    [true, true, false, false, false, false],
  );
  const permissions = combinePermissions([operations]);
  const isScope = (scope: string) => permissions.isScope(scope);
  assert.deepEqual(
    [isScope('returns.*'), isScope('returns.read'), isScope('retur.*'), isScope('.*')],
    [true, true, false, false],
  );
});

test('two tables with the same operation, a bad name, or a row for nobody stop the start', () => {
  assert.throws(() => combinePermissions([operations, { again: operations.read }]), /Two tables define/);
  assert.throws(
    () => defineOperations('Returns', { read: { kind: 'read', allow: { operator: 'any' } } }),
    /small letters/,
  );
  assert.throws(() => defineOperations('returns', { read: { kind: 'read', allow: {} } }), /allows nobody/);
  const open = { read: { kind: 'read', allow: { public: 'any' }, secondFactor: true } } as const;
  assert.throws(() => defineOperations('returns', open), /open to visitors/);
});

test('each circle is read by its own people, and the office has no key to all of them', () => {
  const inOffice = (role: Role) => audiencesOf(anActor(role));
  const everywhere = ['public', 'partners', 'authorities', 'office', 'unit:research'];
  assert.deepEqual(inOffice('administrator'), everywhere);
  assert.deepEqual(inOffice('analyst'), everywhere);
  assert.deepEqual(inOffice('statistician'), [...everywhere, 'state:*']);
  assert.deepEqual(inOffice('report-writer'), [...everywhere, 'state:*']);
  const admitted = anActor('expert', {
    organization: organizations.kenya,
    circles: [
      { audience: 'case:42', role: 'reviewer' },
      { audience: 'network:east', role: 'member' },
    ],
  });
  assert.deepEqual(audiencesOf(admitted), ['public', 'authorities', 'state:KEN', 'case:42', 'network:east']);
  for (const role of roles.filter((one) => one !== 'public' && one !== 'operator')) {
    for (const audience of ['case:42', 'network:east', 'unit:treaties'] as const)
      assert.equal(opens(inOffice(role), audience), false, `${role} ${audience}`);
    assert.equal(opens(inOffice(role), 'state:PER'), role === 'statistician' || role === 'report-writer', role);
  }
});

test('a State cannot be named so that it becomes every State', () => {
  for (const state of ['*', '', 'KE', 'ken', 'KEN,PER'])
    assert.deepEqual(audiencesOf(anActor('focal-point', { organization: { ...organizations.kenya, state } })), [
      'public',
      'authorities',
    ]);
});
