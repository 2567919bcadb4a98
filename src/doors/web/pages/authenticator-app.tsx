import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, errorOf, ErrorSummary, Field, PageHeader, usePage } from '#kernel/ui/browser.ts';
import type { FormError } from '../forms/read-form.ts';

export interface AuthenticatorAppProps {
  readonly secret: string;
  readonly uri: string;
  readonly qr: { readonly size: number; readonly path: string };
  readonly errors: readonly FormError[];
}

export default function AuthenticatorApp({ secret, uri, qr, errors }: AuthenticatorAppProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <PageHeader
        title={say('Set up an authenticator app')}
        lead={say('Scan the code with the app, then type in what it shows.')}
      />
      <ErrorSummary errors={errors} />
      <div className="qr-row">
        <svg
          className="qr"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t(say('QR code for the authenticator app'))}
        >
          <rect width="100%" height="100%" fill="#fff" />
          <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <div>
          <p className="label">{t(say('Or type this key in'))}</p>
          <p>
            <code className="secret" dir="ltr">
              {secret.match(/.{1,4}/g)?.join(' ')}
            </code>
          </p>
          <p className="hint">{t(say('Kind of code: time-based, six digits, every 30 seconds.'))}</p>
        </div>
      </div>
      <form className="form" method="post" action={href('/account/second-factor/app/confirm')} noValidate>
        <input type="hidden" name="secret" value={secret} />
        <input type="hidden" name="uri" value={uri} />
        <Field
          name="code"
          label={say('Code that the app shows')}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          width={6}
          error={errorOf(errors, 'code')}
        />
        <div className="actions">
          <Button>{t(say('Put it in force'))}</Button>
          <a href={href('/account/second-factor')}>{t(say('Cancel'))}</a>
        </div>
      </form>
    </>
  );
}
