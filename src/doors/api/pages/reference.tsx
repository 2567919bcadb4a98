import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { PageHeader, Section, usePage } from '#kernel/ui/browser.ts';
import type { DescribedOperation } from '../describe-operations.ts';

export interface ReferenceProps {
  readonly origin: string;
  readonly operations: readonly DescribedOperation[];
}

/** The API, readable: how to begin, and every operation. Its words are English, as the description's are. */
export default function ReferencePage({ origin, operations }: ReferenceProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <PageHeader
        title={say('For programs')}
        lead={say('Everything that is public can be read without signing in; writing takes an API token.')}
      />
      <Section title={say('Begin here')}>
        <ul>
          <li>
            <a href="/api/openapi.json">{t(say('Description of the API (OpenAPI 3.1)'))}</a>
          </li>
          <li>
            {t(say('Statistics as SDMX'))}: <code>{origin}/sdmx/rest</code> (1.x), <code>{origin}/sdmx/v2</code> (2.x)
          </li>
          <li>
            <a href={href('/account/tokens')}>{t(say('Make an API token'))}</a>: <code>Authorization: Bearer …</code>
          </li>
        </ul>
        <pre tabIndex={0}>
          <code lang="en">{`curl '${origin}/api/v1/search?q=prison'\ncurl '${origin}/sdmx/rest/data/MANDATA,PRISONS/A.KEN.PERSONS_HELD._T._T._T.NUMBER?format=csv'`}</code>
        </pre>
      </Section>
      <Section title={say('Operations')}>
        {operations.map((operation) => (
          <Operation key={`${operation.method} ${operation.path}`} operation={operation} />
        ))}
      </Section>
    </>
  );
}

function Operation(props: { operation: DescribedOperation }): ReactNode {
  const { t } = usePage();
  const { method, path, summary, description, parameters, answers } = props.operation;
  return (
    <details className="operation">
      <summary>
        <code>
          {method} {path}
        </code>{' '}
        <span lang="en">{summary}</span>
      </summary>
      <div lang="en" dir="ltr">
        {description !== undefined && <p>{description}</p>}
        {parameters.length > 0 && (
          <>
            <h3>{t(say('Parameters'))}</h3>
            <ul>
              {parameters.map(({ name, in: place, required, description: words }) => (
                <li key={`${place} ${name}`}>
                  <code>{name}</code> ({place}
                  {required && `, ${t(say('required'))}`}) {words}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{t(say('Answers'))}</h3>
        <ul>
          {answers.map(({ status, description: words }) => (
            <li key={status}>
              <code>{status}</code> {words}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
