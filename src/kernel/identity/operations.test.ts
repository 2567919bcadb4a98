import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOperations } from '#kernel/audit/index.ts';
import { combinePermissions } from '#kernel/policy/index.ts';
import { compareWithOracle, mutantsOf } from '#kernel/policy/testing/index.ts';
import type { Oracle } from '#kernel/policy/testing/index.ts';
import { identityOperations } from './operations.ts';

const tables = {
  ...identityOperations,
  ...Object.fromEntries(Object.entries(auditOperations).map(([name, row]) => [`audit.${name}`, row])),
};

/** Written from the README's words, not from the table. */
const oracle: Oracle = ({ name, actor }, operation, standing) => {
  const bothFactors = name.includes('both factors') || name === 'operator';
  const justNow = !name.includes('long ago');
  const [who = '', home = ''] = name.split(/ of |, /);
  const inOffice = home === 'Research branch';
  const readsStates = who === 'statistician' || who === 'report-writer';
  // A thing with an audience is closed to all outside it.
  const readers: Record<string, boolean> = {
    'thing for partners': home !== 'Kenyan authority' && actor.kind === 'account',
    'thing for authorities': inOffice || home === 'Kenyan authority',
    'thing of the office': inOffice,
    'thing of own case': actor.kind === 'account',
    'thing of another case': false,
    'own State, readable': home === 'Kenyan authority' || (inOffice && readsStates),
    'other State, unreadable': inOffice && readsStates,
  };
  if (readers[standing] === false && who !== 'operator') return false;

  if (operation === 'identity.session.read') return true;
  if (operation.startsWith('identity.own.')) {
    if (who === 'operator') return operation === 'identity.own.tokens.create';
    if (actor.kind !== 'account' || standing !== 'own account') return false;
    if (operation === 'identity.own.second-factor.remove') return bothFactors && justNow;
    const grave = ['identity.own.second-factor.add', 'identity.own.tokens.create'];
    return !grave.includes(operation) || justNow;
  }
  if (operation === 'identity.accounts.act-as') return who === 'operator';
  if (operation.startsWith('identity.accounts.')) {
    if (who === 'operator') return true;
    if (who !== 'administrator' || !bothFactors) return false;
    if (!inOffice && standing !== 'own organization') return false;
    const grave = ['erase', 'reset-password', 'reset-second-factor'].map((verb) => `identity.accounts.${verb}`);
    return !grave.includes(operation) || justNow;
  }
  const offices = who === 'operator' || (who === 'administrator' && inOffice);
  const guarded = ['identity.organizations.create', 'identity.site-operator.change', 'audit.read'];
  if (guarded.includes(operation)) return offices && bothFactors;
  if (operation === 'identity.organizations.list' || operation === 'audit.verify') return offices;
  return false;
};

test('who may do what with accounts and the log is as the README says, in every cell', () => {
  const { cells, differences } = compareWithOracle(combinePermissions([tables]), oracle);
  assert.deepEqual(differences, []);
  assert.ok(cells >= 40_000, `only ${cells} cells`);
});

test('every single changed cell of the two tables is noticed', () => {
  const survivors: string[] = [];
  let mutants = 0;
  for (const mutant of mutantsOf(tables)) {
    mutants += 1;
    if (compareWithOracle(mutant.permissions, oracle).differences.length === 0) survivors.push(mutant.name);
  }
  assert.ok(mutants >= 300, `only ${mutants} mutants`);
  assert.deepEqual(survivors, []);
});
