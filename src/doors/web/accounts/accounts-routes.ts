import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { languages, say } from '#kernel/i18n/say.ts';
import {
  deactivateAccount,
  eraseAccount,
  inviteAccount,
  listAccounts,
  listOrganizations,
  renewInvitation,
  resetPasswordFor,
  resetSecondFactor,
  rolesOfOrganizations,
  type AccountSummary,
} from '#kernel/identity/index.ts';
import { notFound, roles, type AccountActor, type Organization } from '#kernel/policy/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm, type Entered, type FormError } from '../forms/read-form.ts';
import { here, signedIn } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { shellPage } from '../shell-page.ts';

const InvitationForm = z.object({
  email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/)
    .max(320),
  name: z.string().trim().min(1).max(200),
  role: z.enum(roles),
  organization: z.string().min(1).max(100),
  language: z.enum(languages),
});
const acts = ['invite-again', 'reset-password', 'reset-second-factor', 'deactivate', 'erase'] as const;
const ActForm = z.object({ act: z.enum(acts), sure: z.literal('yes') });
const under = [{ label: say('Accounts'), path: '/accounts' }];

/** The administrator's view of accounts: who there is, inviting, and what can be done with one. */
export function accountsRoutes({ identity }: WebHouse): Hono<UiEnv> {
  const organizationsFor = async (actor: AccountActor): Promise<readonly Organization[]> =>
    actor.organization.kind === 'secretariat' ? listOrganizations(identity, actor) : [actor.organization];

  const showForm = async (
    c: Context<UiEnv>,
    actor: AccountActor,
    errors: readonly FormError[],
    entered: Entered,
  ): Promise<Response> => {
    const organizations = await organizationsFor(actor);
    const kinds = new Set(organizations.map(({ kind }) => kind));
    const open = roles.filter((role) => [...kinds].some((kind) => rolesOfOrganizations[kind].includes(role)));
    const props = { errors, entered, roles: open, organizations: organizations.map(({ id, name }) => ({ id, name })) };
    return shellPage(c, 'web/invite', props, {
      title: say('Invite a person'),
      layout: 'form',
      breadcrumbs: [...under, { label: say('Invite a person') }],
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? 400 : 200,
    });
  };

  const showAccount = (
    c: Context<UiEnv>,
    account: AccountSummary,
    more: { errors?: readonly FormError[]; link?: string } = {},
  ): Promise<Response> => {
    const { errors = [], link } = more;
    const title = say('Account of {name}', { name: account.name ?? account.id });
    return shellPage(
      c,
      'web/one-account',
      { account, errors, done: c.req.query('done') ?? '', ...(link !== undefined && { link }) },
      {
        title,
        breadcrumbs: [...under, { label: title }],
        unlisted: true,
        hasErrors: errors.length > 0,
        status: errors.length > 0 ? 400 : 200,
      },
    );
  };

  const find = async (actor: AccountActor, id: string): Promise<AccountSummary> => {
    const account = (await listAccounts(identity, actor)).find((one) => one.id === id);
    if (account === undefined) throw notFound();
    return account;
  };

  return new Hono<UiEnv>()
    .get('/accounts', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const accounts = await listAccounts(identity, actor);
      const asked = (c.req.query('q') ?? '').trim().slice(0, 100);
      return shellPage(
        c,
        'web/accounts',
        { accounts: matching(accounts, asked), all: accounts.length, asked },
        {
          title: say('Accounts'),
          layout: 'wide',
          unlisted: true,
        },
      );
    })
    .get('/accounts/invite', async (c) => {
      const actor = signedIn(c);
      return actor instanceof Response ? actor : showForm(c, actor, [], {});
    })
    .post('/accounts/invite', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, InvitationForm, {
        email: say('Enter an e-mail address, such as name@example.org.'),
        name: say('Enter the person’s name.'),
        role: say('Choose what the person does here.'),
        organization: say('Choose the organization.'),
        language: say('Choose the language of the letter.'),
      });
      if (!form.ok) return showForm(c, actor, form.errors, form.entered);
      const done = await attempt(() => inviteAccount(identity, actor, form.value));
      if (!done.ok) return showForm(c, actor, done.errors, form.entered);
      const { account, link } = done.value;
      if (link === undefined) return c.redirect(here(c, `/accounts/${account}?done=invited`), 303);
      return showAccount(c, await find(actor, account), { link: link.url });
    })
    .get('/accounts/:id', async (c) => {
      const actor = signedIn(c);
      return actor instanceof Response ? actor : showAccount(c, await find(actor, c.req.param('id')));
    })
    .post('/accounts/:id', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const id = c.req.param('id');
      const form = await readForm(c, ActForm, {
        sure: say('Tick the box to confirm.'),
        act: say('Choose what to do.'),
      });
      if (!form.ok) return showAccount(c, await find(actor, id), { errors: form.errors });
      const link = await perform(form.value.act, actor, id);
      if (link !== undefined) return showAccount(c, await find(actor, id), { link });
      return c.redirect(here(c, `/accounts/${id}?done=${form.value.act}`), 303);
    });

  /** Answers a link to hand on, where there is one. */
  async function perform(act: (typeof acts)[number], actor: AccountActor, id: string): Promise<string | undefined> {
    if (act === 'invite-again') return (await renewInvitation(identity, actor, id)).link?.url;
    if (act === 'reset-password') return (await resetPasswordFor(identity, actor, id))?.url;
    const finalAct = { 'reset-second-factor': resetSecondFactor, deactivate: deactivateAccount, erase: eraseAccount }[
      act
    ];
    await finalAct(identity, actor, id);
    return undefined;
  }
}

function matching(accounts: readonly AccountSummary[], asked: string): readonly AccountSummary[] {
  const wanted = asked.toLocaleLowerCase();
  return accounts.filter(({ name, email, organization, role }) =>
    [name, email, organization.name, role].some((word) => word?.toLocaleLowerCase().includes(wanted) === true),
  );
}
