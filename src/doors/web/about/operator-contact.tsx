import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

export interface OperatorProps {
  readonly operator: { readonly name?: string; readonly email?: string };
}

/** Who runs this installation, and how to reach them. */
export function OperatorContact({ operator }: OperatorProps): ReactNode {
  const { t, href } = usePage();
  const { name, email } = operator;
  return (
    <>
      <h2>{t(say('Whom to ask'))}</h2>
      {name !== undefined && (
        <p>
          <bdi>{name}</bdi>
        </p>
      )}
      <p>
        {email === undefined ? (
          <a href={href('/report-error')}>{t(say('Write to those who run this site'))}</a>
        ) : (
          <a href={`mailto:${email}`} dir="ltr">
            {email}
          </a>
        )}
      </p>
    </>
  );
}
