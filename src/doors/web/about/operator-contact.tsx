import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import type { SiteOperator } from '#kernel/identity/index.ts';
import { Notice, usePage } from '#kernel/ui/browser.ts';

export interface OperatorProps {
  /** Undefined while nobody has entered it. */
  readonly operator: SiteOperator | undefined;
}

/** Who runs this installation, and how to reach them; said plainly where nobody has entered it. */
export function OperatorContact({ operator }: OperatorProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <h2>{t(say('Whom to ask'))}</h2>
      {operator === undefined ? (
        <Notice tone="warn">
          <p>
            {t(
              say(
                'Nobody has entered yet who runs this site and answers for personal data here. An administrator does so under “Who runs this site”.',
              ),
            )}
          </p>
        </Notice>
      ) : (
        <div>
          <div>
            <bdi>{operator.name}</bdi>
          </div>
          {operator.address.split('\n').map((line, at) => (
            <div key={`${at} ${line}`}>
              <bdi>{line}</bdi>
            </div>
          ))}
          <a href={`mailto:${operator.email}`}>
            <bdi dir="ltr">{operator.email}</bdi>
          </a>
        </div>
      )}
      <p>
        <a href={href('/report-error')}>{t(say('Report an error'))}</a>
      </p>
    </>
  );
}
