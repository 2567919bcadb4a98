import { say, type Message } from '#kernel/i18n/say.ts';
import type { AccountSummary } from '#kernel/identity/index.ts';
import type { Tone } from '#kernel/ui/browser.ts';

/** What an account's state is called, and how it looks. */
export const statusNames: Readonly<Record<AccountSummary['status'], readonly [Message, Tone]>> = {
  invited: [say('invited'), 'accent'],
  active: [say('open'), 'good'],
  deactivated: [say('closed'), 'neutral'],
  erased: [say('erased'), 'neutral'],
};
