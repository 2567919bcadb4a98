import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { PageHeader, usePage } from '#kernel/ui/browser.ts';
import { OperatorContact, type OperatorProps } from '../about/operator-contact.tsx';

export default function Accessibility({ operator }: OperatorProps): ReactNode {
  const { t } = usePage();
  return (
    <div className="prose">
      <PageHeader
        title={say('Accessibility')}
        lead={say('This site is made to meet WCAG 2.2 at level AA, in all six languages.')}
      />
      <h2>{t(say('What you can count on'))}</h2>
      <ul>
        <li>{t(say('Everything works with the keyboard alone, and the focus is always to be seen.'))}</li>
        <li>{t(say('Public pages work without JavaScript, at 320 pixels, and enlarged to 400 per cent.'))}</li>
        <li>{t(say('Every chart and map has a title that says what it shows, and the same figures as a table.'))}</li>
        <li>
          {t(say('Colour is never the only sign. Light, dark and your device’s own contrast settings are followed.'))}
        </li>
        <li>
          {t(
            say('Passages in another language are marked as such for screen readers; Arabic runs from right to left.'),
          )}
        </li>
      </ul>
      <h2>{t(say('How it is checked'))}</h2>
      <p>
        {t(
          say(
            'Every kind of page is tested by machine with axe-core for each change. Machines find about half of all barriers: no audit by people has been made yet.',
          ),
        )}
      </p>
      <h2>{t(say('What is not reached'))}</h2>
      <p>
        {t(
          say(
            'Data files that others brought in keep the shape in which they came. On maps, small islands are hard to hit; the table has them all.',
          ),
        )}
      </p>
      <OperatorContact operator={operator} />
    </div>
  );
}
