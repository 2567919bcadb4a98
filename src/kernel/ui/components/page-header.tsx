import type { ReactNode } from 'react';
import type { Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** Beginning of a page: what kind of thing it is, its name, what it is about, and what can be done with the whole of it. */
export function PageHeader(props: {
  title: Text;
  kind?: Text;
  lead?: Text;
  actions?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  const { t } = usePage();
  return (
    <header className="page-header">
      <div className="page-header-text">
        {props.kind !== undefined && <p className="kicker">{t(props.kind)}</p>}
        <h1>{t(props.title)}</h1>
        {props.lead !== undefined && <p className="lead">{t(props.lead)}</p>}
        {props.children}
      </div>
      {props.actions !== undefined && <div className="actions">{props.actions}</div>}
    </header>
  );
}

/** A part of a page under its heading, with the strong rule of a yearbook above it. */
export function Section(props: {
  title: Text;
  id?: string;
  lead?: Text;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { t } = usePage();
  return (
    <section className="section" id={props.id}>
      <div className="section-head">
        <h2>{t(props.title)}</h2>
        {props.actions !== undefined && <div className="actions">{props.actions}</div>}
      </div>
      {props.lead !== undefined && <p className="section-lead">{t(props.lead)}</p>}
      {props.children}
    </section>
  );
}
