import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import type { Breadcrumb } from '../page-context.ts';
import { usePage } from '../page-provider.tsx';

/** The way from the front page to here. */
export function Breadcrumbs(props: { items: readonly Breadcrumb[] }): ReactNode {
  const { t, href } = usePage();
  return (
    <nav className="breadcrumbs" aria-label={t(say('You are here'))}>
      <ol>
        {props.items.map(({ label, path }) => (
          <li key={path ?? t(label)}>
            {path === undefined ? <span aria-current="page">{t(label)}</span> : <a href={href(path)}>{t(label)}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
