import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import type { Island } from '#kernel/ui/page-entry.ts';
import { postJson } from './post-json.ts';

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
      // A refusal of our own says what to do; one of the browser's is in its own words and language.
      error.textContent = reason instanceof Error && reason.name === 'Refused' ? reason.message : failed;
    });
  });
};
export default passkeyRegister;
