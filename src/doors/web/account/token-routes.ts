import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { createApiToken, endApiToken, listApiTokens } from '#kernel/identity/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm, type Entered, type FormError } from '../forms/read-form.ts';
import { here, signedIn } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { accountPage } from './account-page.ts';

const TokenForm = z.object({
  name: z.string().trim().min(1).max(100),
  'scopes[]': z.array(z.string().max(200)).min(1).max(200),
  days: z.coerce.number().int().min(1).max(366),
});
const EndForm = z.object({ token: z.string().max(100) });

/** API tokens: programs act with them as their owner, within chosen operations. */
export function tokenRoutes(house: WebHouse): Hono<UiEnv> {
  const { identity } = house;
  const show = async (
    c: Context<UiEnv>,
    actor: AccountActor,
    errors: readonly FormError[],
    entered: Entered,
    made?: string,
  ): Promise<Response> => {
    const tokens = (await listApiTokens(identity, actor)).map(({ id, name, scopes, expiresAt, lastUsedAt }) => ({
      id,
      name,
      scopes,
      expiresAt: expiresAt.toISOString(),
      ...(lastUsedAt !== null && { lastUsedAt: lastUsedAt.toISOString() }),
    }));
    const props = {
      tokens,
      scopes: house.scopesOf(actor),
      errors,
      name: entered['name'] ?? '',
      done: c.req.query('done') ?? '',
      ...(made !== undefined && { made }),
    };
    return accountPage(c, 'web/tokens', props, say('API tokens'), errors);
  };
  return new Hono<UiEnv>()
    .get('/account/tokens', async (c) => {
      const actor = signedIn(c);
      return actor instanceof Response ? actor : show(c, actor, [], {});
    })
    .post('/account/tokens', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, TokenForm, {
        name: say('Give the token a name, so that you know it again.'),
        'scopes[]': say('Choose at least one thing that the token may do.'),
        days: say('Choose how long the token works.'),
      });
      if (!form.ok) return show(c, actor, form.errors, form.entered);
      const { name, days } = form.value;
      const expiresAt = new Date(identity.clock().getTime() + days * 86_400_000);
      const done = await attempt(() =>
        createApiToken(identity, actor, { account: actor.id, name, scopes: form.value['scopes[]'], expiresAt }),
      );
      // Shown in the answer to this very post, and never again: it is stored nowhere.
      return done.ok ? show(c, actor, [], {}, done.value.token) : show(c, actor, done.errors, form.entered);
    })
    .post('/account/tokens/end', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, EndForm);
      if (form.ok) await endApiToken(identity, actor, form.value.token);
      return c.redirect(here(c, '/account/tokens?done=ended'), 303);
    });
}
