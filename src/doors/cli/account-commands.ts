import { Problem } from '#kernel/errors/problem.ts';
import { isLanguage, say } from '#kernel/i18n/index.ts';
import type { Command } from '#kernel/commands/index.ts';
import {
  createApiToken,
  createOrganization,
  deactivateAccount,
  eraseAccount,
  inviteAccount,
  listAccounts,
  listOrganizations,
  resetPasswordFor,
  resetSecondFactor,
} from '#kernel/identity/index.ts';
import { operator, organizationKinds, roles } from '#kernel/policy/index.ts';
import type { House } from '../house/open-house.ts';

const json = { type: 'boolean', summary: 'as JSON' } as const;

/** Id of the account with the address; wrong use says how to list them. */
async function accountOf(house: House, email: string): Promise<string> {
  const account = (await listAccounts(house.identity, operator)).find(
    (each) => each.email?.toLowerCase() === email.toLowerCase(),
  );
  if (account === undefined)
    throw new Problem(
      'not-found',
      say('There is no account with the address {email}. “mandata accounts list” shows them all.', { email }),
    );
  return account.id;
}

async function organizationOf(house: House, name: string): Promise<string> {
  const organization = (await listOrganizations(house.identity, operator)).find(
    (each) => each.id === name || each.name === name,
  );
  if (organization === undefined)
    throw new Problem(
      'not-found',
      say('There is no organization “{name}”. “mandata organizations list” shows them all.', { name }),
    );
  return organization.id;
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new Problem('wrong-use', say('--{option} takes one of: {allowed}.', { option, allowed: allowed.join(', ') }));
  return found;
}

const list: Command<House> = {
  name: 'accounts list',
  summary: 'Lists the accounts; in a demonstration folder with their passwords.',
  options: { json },
  async run({ identity }, input, io) {
    const accounts = (await listAccounts(identity, operator)).map(
      ({ email, name, role, organization, status, demonstration, password }) => ({
        email: email ?? null,
        name: name ?? null,
        role,
        organization: organization.name,
        organizationKind: organization.kind,
        state: organization.state ?? null,
        status,
        demonstration,
        ...(password !== undefined && { password }),
      }),
    );
    if (input.given('json')) await io.out(`${JSON.stringify(accounts, null, 2)}\n`);
    else
      for (const each of accounts)
        await io.out(
          `${(each.email ?? '(erased)').padEnd(40)} ${each.role.padEnd(18)} ${(each.password ?? '').padEnd(22)} ${each.organization}\n`,
        );
    return 0;
  },
};

const invite: Command<House> = {
  name: 'accounts invite',
  summary: 'Invites a person; prints the link when letters do not leave this machine.',
  arguments: ['EMAIL'],
  options: {
    name: { type: 'string', value: 'NAME', summary: 'the person’s name' },
    role: {
      type: 'string',
      value: 'ROLE',
      summary: roles.filter((role) => role !== 'public' && role !== 'operator').join(', '),
    },
    organization: { type: 'string', value: 'NAME', summary: 'name or id of the organization' },
    lang: { type: 'string', value: 'LANGUAGE', summary: 'language of the letter; en unless given' },
  },
  async run(house, input, io) {
    const [email = ''] = input.arguments;
    const language = input.text('lang') ?? 'en';
    if (!isLanguage(language)) throw new Problem('wrong-use', say('--lang takes one of ar, en, es, fr, ru, zh.'));
    const { link } = await inviteAccount(house.identity, operator, {
      email,
      name: input.text('name') ?? email,
      role: oneOf('role', input.text('role'), roles),
      organization: await organizationOf(house, input.text('organization') ?? ''),
      language,
    });
    await io.out(link === undefined ? `Invited ${email}; the letter is on its way.\n` : `${link.url}\n`);
    return 0;
  },
};

/** A command on one account, named by its address. */
function onAccount(
  name: string,
  summary: string,
  act: (house: House, account: string) => Promise<string>,
): Command<House> {
  return {
    name,
    summary,
    arguments: ['EMAIL'],
    async run(house, input, io) {
      await io.out(`${await act(house, await accountOf(house, input.arguments[0] ?? ''))}\n`);
      return 0;
    },
  };
}

const organizations: Command<House>[] = [
  {
    name: 'organizations list',
    summary: 'Lists the organizations that accounts belong to.',
    options: { json },
    async run({ identity }, input, io) {
      const all = await listOrganizations(identity, operator);
      if (input.given('json')) await io.out(`${JSON.stringify(all, null, 2)}\n`);
      else
        for (const { id, kind, state, name } of all)
          await io.out(`${id} ${kind.padEnd(12)} ${(state ?? '').padEnd(4)} ${name}\n`);
      return 0;
    },
  },
  {
    name: 'organizations create',
    summary: 'Makes an organization: a State’s authority, a unit of the secretariat, a partner, a network.',
    arguments: ['NAME'],
    options: {
      kind: { type: 'string', value: 'KIND', summary: organizationKinds.join(', ') },
      state: { type: 'string', value: 'AAA', summary: 'ISO 3166-1 alpha-3 code, for a State’s authority' },
      unit: { type: 'string', value: 'UNIT', summary: 'unit of the secretariat, or name of the network' },
    },
    async run({ identity }, input, io) {
      const [state, unit] = [input.text('state'), input.text('unit')];
      const made = await createOrganization(identity, operator, {
        name: input.arguments[0] ?? '',
        kind: oneOf('kind', input.text('kind'), organizationKinds),
        ...(state !== undefined && { state }),
        ...(unit !== undefined && { unit }),
      });
      await io.out(`${JSON.stringify(made)}\n`);
      return 0;
    },
  },
];

const token: Command<House> = {
  name: 'token create',
  summary: 'Makes an API token that speaks for an account; it is shown this once.',
  options: {
    account: { type: 'string', value: 'EMAIL', summary: 'whose token it is' },
    scope: {
      type: 'string',
      value: 'OPERATION',
      multiple: true,
      summary: 'what it may do (statistics.*, statistics.import …); everything the account may, unless given',
    },
    name: { type: 'string', value: 'NAME', summary: 'what its owner calls it' },
    json,
  },
  async run(house, input, io) {
    const email = input.text('account');
    if (email === undefined) throw new Problem('wrong-use', say('Name the account: --account EMAIL.'));
    const areas = [...new Set([...house.permissions.operations.keys()].map((id) => `${id.split('.')[0] ?? id}.*`))];
    const scopes = input.texts('scope');
    const made = await createApiToken(house.identity, operator, {
      account: await accountOf(house, email),
      name: input.text('name') ?? 'command line',
      scopes: scopes.length > 0 ? scopes : areas,
    });
    await io.out(
      input.given('json')
        ? `${JSON.stringify({ id: made.id, token: made.token, expiresAt: made.expiresAt })}\n`
        : `${made.token}\n`,
    );
    return 0;
  },
};

export const accountCommands: readonly Command<House>[] = [
  list,
  invite,
  onAccount(
    'accounts reset-password',
    'Makes a link for a new password, for somebody who lost it.',
    async (house, account) => {
      const link = await resetPasswordFor(house.identity, operator, account);
      return link === undefined ? 'The letter is on its way.' : link.url;
    },
  ),
  onAccount(
    'accounts reset-second-factor',
    'Removes the second factors of somebody who lost them.',
    async (house, account) => {
      await resetSecondFactor(house.identity, operator, account);
      return 'Removed. The next sign-in asks for the password only.';
    },
  ),
  onAccount(
    'accounts deactivate',
    'Ends an account’s sessions and tokens and lets it sign in no more.',
    async (house, account) => {
      await deactivateAccount(house.identity, operator, account);
      return 'Deactivated.';
    },
  ),
  onAccount(
    'accounts erase',
    'Erases a person’s data; what they did stays in the record without their name.',
    async (house, account) => {
      await eraseAccount(house.identity, operator, account);
      return 'Erased.';
    },
  ),
  ...organizations,
  token,
];
