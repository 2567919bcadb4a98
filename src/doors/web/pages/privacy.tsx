import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { PageHeader, usePage } from '#kernel/ui/browser.ts';
import { OperatorContact, type OperatorProps } from '../about/operator-contact.tsx';

export default function Privacy({ operator }: OperatorProps): ReactNode {
  const { t } = usePage();
  return (
    <div className="prose">
      <PageHeader
        title={say('Privacy')}
        lead={say('This site counts no visitors, follows nobody, and loads nothing from other sites.')}
      />
      <h2>{t(say('If you only read'))}</h2>
      <ul>
        <li>
          {t(say('The server’s log holds the time, the address of the page and a request number, to find faults.'))}
        </li>
        <li>
          {t(say('Two cookies may be set: your language and your choice of light or dark. They hold nothing else.'))}
        </li>
        <li>{t(say('A report of an error holds what you write in it, and your e-mail address if you give it.'))}</li>
      </ul>
      <h2>{t(say('If you have an account'))}</h2>
      <ul>
        <li>{t(say('Your name, e-mail address, organization and work are kept as long as the account.'))}</li>
        <li>
          {t(
            say(
              'A cookie keeps you signed in, for three days at most. Your password is kept only as a hash that cannot be turned back.',
            ),
          )}
        </li>
        <li>
          {t(
            say(
              'If you sign in with your organization, it tells this site your e-mail address and an identifier; a cookie of ten minutes finds the way back.',
            ),
          )}
        </li>
        <li>
          {t(
            say(
              'What you do to the record, and what you read of it that is restricted, is logged, so that every decision can be answered for.',
            ),
          )}
        </li>
        <li>{t(say('The public sees the role that accepted a figure. The office sees the name.'))}</li>
      </ul>
      <h2>{t(say('Your rights'))}</h2>
      <p>
        {t(
          say(
            'Ask to see, correct or erase what is kept about you. When a person is erased, name and address go for good; what the account decided stays, without a name.',
          ),
        )}
      </p>
      <OperatorContact operator={operator} />
    </div>
  );
}
