import type { ReactNode } from 'react';
import type { ProblemKind } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import { LinkButton, PageHeader, usePage } from '#kernel/ui/browser.ts';

export interface ProblemProps {
  readonly kind: ProblemKind;
  readonly said: Message;
  readonly requestId: string;
  readonly needs: 'sign-in' | 'second-factor' | 'nothing';
}

/** A refusal in plain words, with the way on and the number to report. */
export default function ProblemPage({ said, requestId, needs }: ProblemProps): ReactNode {
  const { t, context } = usePage();
  return (
    <div className="narrow">
      <PageHeader title={say('This did not work')} lead={said} />
      <div className="actions">
        {needs === 'sign-in' && (
          <LinkButton path={`/sign-in?return=${encodeURIComponent(`/${context.language}${context.path}`)}`}>
            {t(say('Sign in'))}
          </LinkButton>
        )}
        {needs === 'second-factor' && (
          <LinkButton path="/account/second-factor">{t(say('Set up a second factor'))}</LinkButton>
        )}
        {needs === 'nothing' && <LinkButton path="/">{t(say('To the front page'))}</LinkButton>}
        <LinkButton
          tone="secondary"
          path={`/report-error?page=${encodeURIComponent(context.path)}&request=${encodeURIComponent(requestId)}`}
        >
          {t(say('Report this'))}
        </LinkButton>
      </div>
      {requestId !== '' && (
        <p className="hint">
          {t(say('Request number'))} <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
