import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import type { NavigationEntry } from '../navigation.ts';
import { usePage } from '../page-provider.tsx';
import { currentOf } from './main-navigation.tsx';

/** The side of a workspace: the actor's kind of work, under its headings. Closed behind one line on narrow screens. */
export function SideNavigation(): ReactNode {
  const { context, t } = usePage();
  return (
    <div className="side">
      <nav className="side-nav wide-only" aria-label={t(say('Your work'))}>
        <Groups entries={context.navigation.work} />
      </nav>
      <details className="side-menu narrow-only">
        <summary>{t(say('Your work'))}</summary>
        <nav className="side-nav" aria-label={t(say('Your work'))}>
          <Groups entries={context.navigation.work} />
        </nav>
      </details>
    </div>
  );
}

function Groups(props: { entries: readonly NavigationEntry[] }): ReactNode {
  const { context, t, href } = usePage();
  const groups = Map.groupBy(props.entries, ({ group }) => (group === undefined ? '' : t(group)));
  return [...groups].map(([heading, entries]) => (
    <div className="side-group" key={heading}>
      {heading !== '' && <p className="side-heading">{heading}</p>}
      <ul>
        {entries.map(({ id, label, path }) => (
          <li key={id}>
            <a href={href(path)} {...currentOf(context.path, path)}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
