import type { Context } from 'hono';
import { say, type Message } from '#kernel/i18n/say.ts';
import type { PropsOf, UiEnv } from '#kernel/ui/index.ts';
import type { FormError } from '../forms/read-form.ts';
import type { shellPages } from '../pages.ts';
import { shellPage } from '../shell-page.ts';

type Shell = typeof shellPages;

/** One of the account's pages: unlisted, under "Your account", and 400 where its form came back with errors. */
export function accountPage<Name extends keyof Shell>(
  c: Context<UiEnv>,
  name: Name,
  props: PropsOf<Shell[Name]>,
  title: Message,
  errors: readonly FormError[] = [],
): Promise<Response> {
  const up = name === 'web/account' ? [] : [{ label: say('Your account'), path: '/account' }, { label: title }];
  return shellPage(c, name, props, {
    title,
    breadcrumbs: up,
    unlisted: true,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 400 : 200,
  });
}
