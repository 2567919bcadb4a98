import type { ReactNode } from 'react';
import type { Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** Cards side by side, as many as fit. */
export function CardGrid(props: { children: ReactNode; narrow?: boolean }): ReactNode {
  return <div className={props.narrow === true ? 'card-grid card-grid-narrow' : 'card-grid'}>{props.children}</div>;
}

/** One thing that can be opened: the whole card is the link's target, its title the link's name. */
export function Card(props: {
  title: Text;
  path: string;
  kind?: Text;
  meta?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  const { t, href } = usePage();
  return (
    <article className="card">
      {props.kind !== undefined && <p className="kicker">{t(props.kind)}</p>}
      <h3 className="card-title">
        <a href={href(props.path)}>{t(props.title)}</a>
      </h3>
      {isThere(props.children) && <div className="card-text">{props.children}</div>}
      {isThere(props.meta) && <div className="card-meta">{props.meta}</div>}
    </article>
  );
}

const isThere = (node: ReactNode): boolean => node !== undefined && node !== null && node !== false;
