import type { ReactNode } from 'react';
import { say, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import { Citation, DemonstrationMark, Foreign, LinkButton, Notice, Section, Tag, usePage } from '#kernel/ui/browser.ts';
import type { ShownField } from '../view/shown.ts';
import { AboutRecord, type AboutView } from './parts/about-record.tsx';
import { CitedBy, type CitedByView } from './parts/cited-by.tsx';
import { ShownValue } from './parts/shown-value.tsx';

export interface RecordProps {
  readonly register: { readonly id: string; readonly title: Text; readonly one: Text };
  readonly id: string;
  readonly title: string | Multilingual;
  /** Short facts for the margin, and long parts under headings, in the order of the definition. */
  readonly facts: readonly ShownField[];
  readonly parts: readonly ShownField[];
  readonly state: { readonly label: Text; readonly shown: boolean };
  readonly withdrawn?: { readonly reason: string; readonly at: string };
  readonly demonstration: boolean;
  readonly findings: readonly { readonly severity: 'error' | 'warning'; readonly said: Text }[];
  readonly citedBy: readonly CitedByView[];
  readonly about: AboutView;
  readonly citation: string;
  /** Buttons of those who work on it. */
  readonly actions: readonly { readonly label: Text; readonly path: string }[];
}

/** One record: what it says, what it rests on, what rests on it, and how it came to be. */
export default function RecordPage(props: RecordProps): ReactNode {
  const { t } = usePage();
  const { register, title, facts, parts, state, actions } = props;
  return (
    <article className="rg rg-record">
      <header className="page-header">
        <div className="page-header-text">
          <p className="kicker">{t(register.one)}</p>
          <h1>{typeof title === 'string' ? <bdi>{title}</bdi> : <Foreign text={title} />}</h1>
          {(!state.shown || props.demonstration) && (
            <p className="rg-marks">
              {!state.shown && <Tag tone="accent">{t(state.label)}</Tag>}
              {props.demonstration && <DemonstrationMark />}
            </p>
          )}
        </div>
        {actions.length > 0 && (
          <div className="actions">
            {actions.map(({ label, path }, place) => (
              <LinkButton key={path} path={path} small tone={place === 0 ? 'primary' : 'secondary'}>
                {t(label)}
              </LinkButton>
            ))}
          </div>
        )}
      </header>
      <Notices {...props} />
      <div className="rg-body">
        <div className="rg-parts">
          {parts.map((part) => (
            <Section key={part.id} title={part.label} id={part.id}>
              <Closed field={part} />
              <ShownValue value={part.value} />
            </Section>
          ))}
          {props.citedBy.length > 0 && <CitedBy groups={props.citedBy} />}
        </div>
        <aside className="rg-margin" aria-label={t(say('Facts'))}>
          {facts.length > 0 && <FactList facts={facts} />}
          <AboutRecord about={props.about} />
          <Citation text={props.citation} />
        </aside>
      </div>
    </article>
  );
}

function Notices({ withdrawn, demonstration, findings }: RecordProps): ReactNode {
  const { t, formats } = usePage();
  return (
    <>
      {withdrawn !== undefined && (
        <Notice tone="bad" title={say('This record no longer holds')}>
          <p>
            {t(
              say('Withdrawn on {date}: {reason}', {
                date: formats.date(withdrawn.at),
                reason: withdrawn.reason,
              }),
            )}
          </p>
        </Notice>
      )}
      {demonstration && (
        <Notice tone="warn" title={say('This record is for demonstration')}>
          <p>
            {t(
              say('It was written to try the platform out with. Nothing in it has been confirmed: do not rely on it.'),
            )}
          </p>
        </Notice>
      )}
      {findings.length > 0 && (
        <Notice tone="warn" title={say('What the rules found')}>
          <ul>
            {findings.map(({ said }, place) => (
              <li key={place}>{t(said)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function FactList({ facts }: { facts: readonly ShownField[] }): ReactNode {
  const { t } = usePage();
  return (
    <dl className="rg-fact-list">
      {facts.map((fact) => (
        <div key={fact.id}>
          <dt>{t(fact.label)}</dt>
          <dd>
            <ShownValue value={fact.value} />
            <Closed field={fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Closed({ field }: { field: ShownField }): ReactNode {
  const { t } = usePage();
  return field.closed === undefined ? null : <p className="rg-closed">{t(field.closed)}</p>;
}
