import type { ReactNode } from 'react';
import type { Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

export interface Tab {
  readonly id: string;
  readonly label: Text;
  /** Address with language. */
  readonly address: string;
  readonly count?: number;
}

/** Views of the same thing, each with an address of its own. */
export function Tabs(props: { label: Text; tabs: readonly Tab[]; current: string }): ReactNode {
  const { t, formats } = usePage();
  return (
    <nav className="tabs" aria-label={t(props.label)}>
      <ul>
        {props.tabs.map(({ id, label, address, count }) => (
          <li key={id}>
            <a href={address} {...(id === props.current && { 'aria-current': 'page' as const })}>
              {t(label)}
              {count !== undefined && <span className="count">{formats.number(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
