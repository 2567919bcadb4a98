import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import type { Island } from '#kernel/ui/page-entry.ts';
import { postJson, sentenceOf } from './post-json.ts';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Signs in with a passkey: asks for the options, then the browser, and hands the answer in. */
const passkeySignIn: Island = (element) => {
  const { start = '', finish = '', back = '', failed = '' } = element.dataset;
  const button = element.querySelector('button');
  const error = element.querySelector<HTMLElement>('[role=alert]');
  if (!browserSupportsWebAuthn() || button === null || error === null) return;
  element.hidden = false;
  const run = async (): Promise<void> => {
    const response = await startAuthentication({ optionsJSON: (await postJson(start, {})) as Options });
    const { goTo } = (await postJson(finish, { response, return: back })) as { goTo: string };
    location.assign(goTo);
  };
  button.addEventListener('click', () => {
    error.hidden = true;
    button.disabled = true;
    void run().catch((reason: unknown) => {
      button.disabled = false;
      error.hidden = false;
      error.textContent = sentenceOf(reason, failed);
    });
  });
};
export default passkeySignIn;
