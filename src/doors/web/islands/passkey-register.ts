import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import type { Island } from '#kernel/ui/page-entry.ts';
import { postJson, sentenceOf } from './post-json.ts';

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Registers a passkey under the name in the form; the new recovery codes, where there are any, come as the next page. */
const passkeyRegister: Island = (element) => {
  if (!(element instanceof HTMLFormElement)) return;
  const { start = '', finish = '', failed = '' } = element.dataset;
  const error = element.querySelector<HTMLElement>('[role=alert]');
  if (!browserSupportsWebAuthn() || error === null) return;
  element.hidden = false;
  const run = async (): Promise<void> => {
    const response = await startRegistration({ optionsJSON: (await postJson(start, {})) as Options });
    const field = element.querySelector<HTMLInputElement>('[name=answer]');
    if (field === null) return;
    field.value = JSON.stringify(response);
    element.action = finish;
    element.submit();
  };
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    error.hidden = true;
    void run().catch((reason: unknown) => {
      error.hidden = false;
      error.textContent = sentenceOf(reason, failed);
    });
  });
};
export default passkeyRegister;
