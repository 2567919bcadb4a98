import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { CopyButton, LinkButton, Notice, PageHeader, usePage } from '#kernel/ui/browser.ts';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
}

export default function RecoveryCodes({ codes }: RecoveryCodesProps): ReactNode {
  const { t } = usePage();
  return (
    <>
      <PageHeader
        title={say('Recovery codes')}
        lead={say('Your second factor is in force. Keep these codes for the day you lose it.')}
      />
      <Notice tone="warn" title={say('They are shown this once')}>
        <p>{t(say('Print them or write them down, and keep them apart from your device. Each works once.'))}</p>
      </Notice>
      <ul className="codes" id="codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>{' '}
          </li>
        ))}
      </ul>
      <div className="actions">
        <LinkButton path="/account/second-factor">{t(say('I have kept them'))}</LinkButton>
        <CopyButton from="#codes" />
      </div>
    </>
  );
}
