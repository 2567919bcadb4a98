import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { PageHeader, usePage } from '#kernel/ui/browser.ts';

export default function About(): ReactNode {
  const { t, href } = usePage();
  const steps = [
    [
      say('Source'),
      say(
        'Every fact comes in with where it came from: a row of a file, an answer of a State, a passage of a document.',
      ),
    ],
    [
      say('Check'),
      say(
        'Rules look at every value. A finding names its place and its remedy; nothing is silently dropped or changed.',
      ),
    ],
    [say('Accept'), say('A person with the right to do so decides, and the decision is kept.')],
    [
      say('Release'),
      say('An immutable, numbered version with a checksum, and a list of what changed since the one before.'),
    ],
    [
      say('Cite'),
      say('Pages, files and the programming interface name the release they show. No figure stands without one.'),
    ],
  ] as const;
  return (
    <div className="prose">
      <PageHeader
        title={say('About')}
        lead={say(
          'Mandata is an open information platform for crime prevention and criminal justice. It keeps what States report so that every published figure can be walked back to its source.',
        )}
      />
      <h2>{t(say('One way for every figure'))}</h2>
      <ol className="steps">
        {steps.map(([name, text]) => (
          <li key={name.id}>
            <strong>{t(name)}</strong> <span>{t(text)}</span>
          </li>
        ))}
      </ol>
      <h2>{t(say('For whom'))}</h2>
      <p>
        {t(
          say(
            'For national focal points and statisticians who report and check, for analysts and authorities who work with the record, and for delegates, researchers and everyone else who reads it. Public pages need no account.',
          ),
        )}
      </p>
      <h2>{t(say('Open to take and to run'))}</h2>
      <p>
        {t(
          say(
            'The software is free under the Apache License 2.0. It runs on one small server, without a licence to pay, so that a ministry or a regional network can run its own.',
          ),
        )}
      </p>
      <p>
        <a href={href('/terms')}>{t(say('Licence and terms'))}</a>
      </p>
    </div>
  );
}
