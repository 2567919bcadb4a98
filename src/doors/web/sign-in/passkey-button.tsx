import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Icon, usePage } from '#kernel/ui/browser.ts';

/** A button that asks the browser for a passkey; hidden where there is no script or no passkey to be had. */
export function PasskeyButton(props: { start: string; finish: string; back: string }): ReactNode {
  const { t } = usePage();
  return (
    <div
      hidden
      data-island="passkey-sign-in"
      data-start={props.start}
      data-finish={props.finish}
      data-back={props.back}
      data-failed={t(say('The passkey was not accepted. Try again, or use another way.'))}
    >
      <button type="button" className="button button-secondary">
        <Icon name="key" />
        {t(say('Use a passkey'))}
      </button>
      <p className="field-error" role="alert" hidden />
    </div>
  );
}
