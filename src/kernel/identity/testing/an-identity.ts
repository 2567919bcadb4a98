import { auditMigrations } from '#kernel/audit/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import type { Letter, Mail } from '#kernel/mail/index.ts';
import { isMailAddress } from '#kernel/mail/index.ts';
import type { AccountActor, Organization, Role } from '#kernel/policy/index.ts';
import { combinePermissions, operator } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../index.ts';
import {
  acceptInvitation,
  createOrganization,
  findActorBySessionToken,
  identityMigrations,
  identityOperations,
  inviteAccount,
  signIn,
} from '../index.ts';

export const goodPassword = 'quiet lamp over water';

/** Identity over a database in memory, with a clock to turn and a letter box to look into. */
export async function anIdentity(given: Partial<IdentityContext> = {}, open: typeof aDatabase = aDatabase) {
  const database = await open([...auditMigrations, ...identityMigrations]);
  const time = { now: new Date('2026-01-05T09:00:00Z') };
  const letters: Letter[] = [];
  const mail: Mail = {
    leavesTheMachine: true,
    async send(letter) {
      if (!isMailAddress(letter.to)) throw new Error('not an address');
      letters.push(letter);
    },
  };
  const permissions = combinePermissions([identityOperations]);
  const context: IdentityContext = {
    database,
    clock: () => time.now,
    secret: 'a secret of the house',
    mail,
    origin: 'https://mandata.example',
    demonstration: false,
    isScope: permissions.isScope,
    onTrouble: (trouble) => {
      throw trouble;
    },
    ...given,
  };
  const forward = (milliseconds: number): void => {
    time.now = new Date(time.now.getTime() + milliseconds);
  };
  return { context, database, letters, forward, close: () => database.close() };
}

/** Token of the link in the newest letter to the address. */
export function tokenFrom(letters: readonly Letter[], to: string): string {
  const link = letters.findLast((letter) => letter.to === to)?.link;
  const token = link?.split('#')[1];
  if (token === undefined) throw new Error(`No letter with a link went to ${to}.`);
  return token;
}

let count = 0;

/** An account with an accepted invitation and `goodPassword`. */
export async function anAccount(
  { context, letters }: Pick<Awaited<ReturnType<typeof anIdentity>>, 'context' | 'letters'>,
  given: { role?: Role; email?: string; organization?: Organization } = {},
): Promise<{ id: string; email: string; organization: Organization }> {
  count += 1;
  const { role = 'statistician', email = `person-${count}@example.org` } = given;
  const office = { name: `Office ${count}`, kind: 'secretariat', unit: 'research' } as const;
  const organization = given.organization ?? (await createOrganization(context, operator, office));
  const request = { email, name: `Person ${count}`, role, organization: organization.id, language: 'en' } as const;
  const { account } = await inviteAccount(context, operator, request);
  await acceptInvitation(context, { token: tokenFrom(letters, email), password: goodPassword });
  return { id: account, email, organization };
}

/** Signs in with `goodPassword` from a place of one's own. */
export const enter = (
  context: IdentityContext,
  email: string,
  given: { password?: string; address?: string; replaces?: string } = {},
) =>
  signIn(context, {
    email,
    password: goodPassword,
    userAgent: 'test',
    address: `192.0.2.${(count += 1) % 250}`,
    ...given,
  });

/** The actor of a full session. */
export async function actorBy(context: IdentityContext, token: string): Promise<AccountActor> {
  const actor = await findActorBySessionToken(context, token);
  if (actor === undefined) throw new Error('The session is not open.');
  return actor;
}

/** The actor as if a second factor had just been shown. */
export const sure = (actor: AccountActor): AccountActor => ({
  ...actor,
  assurance: { secondFactor: true, recent: true },
});
