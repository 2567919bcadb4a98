import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { PageHeader, Rich, usePage } from '#kernel/ui/browser.ts';

export default function Terms(): ReactNode {
  const { t, href } = usePage();
  return (
    <div className="prose">
      <PageHeader
        title={say('Licence and terms')}
        lead={say('Take what you need, say where it is from, and do not make it say what it does not.')}
      />
      <h2>{t(say('Data'))}</h2>
      <p>
        {t(
          say(
            'Each release names the terms of those who supplied its figures; they travel with every download. Where nothing else is said, figures may be used and passed on freely with their source.',
          ),
        )}
      </p>
      <p>
        {t(
          say(
            'Cite the release, not “the latest table”: its number and checksum let others find the very figures that you saw.',
          ),
        )}
      </p>
      <h2>{t(say('Demonstration data'))}</h2>
      <p>{t(say('Data marked as a demonstration is invented. It must not be cited or passed on as fact.'))}</p>
      <h2>{t(say('Maps'))}</h2>
      <p>
        {t(
          say(
            'The boundaries and names shown and the designations used on maps do not imply official endorsement or acceptance by anyone.',
          ),
        )}
      </p>
      <h2>{t(say('Software'))}</h2>
      <p>
        <Rich
          text={say('The software is licensed under the <a>Apache License 2.0</a>.')}
          parts={{ a: (words) => <a href="https://www.apache.org/licenses/LICENSE-2.0">{words}</a> }}
        />
      </p>
      <h2>{t(say('No warranty'))}</h2>
      <p>
        <Rich
          text={say(
            'The record is kept with care and offered as it is. If something is wrong, <a>report it</a>: corrections are published as new releases, with their reason.',
          )}
          parts={{ a: (words) => <a href={href('/report-error')}>{words}</a> }}
        />
      </p>
    </div>
  );
}
