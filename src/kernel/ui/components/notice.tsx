import type { ReactNode } from 'react';
import type { Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';
import { Icon, type IconName } from './icon.tsx';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const icons: Readonly<Record<NoticeTone, IconName>> = { info: 'info', good: 'check', warn: 'warning', bad: 'warning' };

/** Something that the reader should know before going on; `live` is for what appears after an action. */
export function Notice(props: { tone?: NoticeTone; title?: Text; live?: boolean; children?: ReactNode }): ReactNode {
  const { t } = usePage();
  const tone = props.tone ?? 'info';
  return (
    <div
      className={`notice notice-${tone}`}
      role={props.live === true ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icons[tone]} />
      <div className="notice-text">
        {props.title !== undefined && <p className="notice-title">{t(props.title)}</p>}
        {props.children}
      </div>
    </div>
  );
}

/** Shown in the place of a list that has nothing: why, and what to do next. */
export function EmptyState(props: { title: Text; children?: ReactNode; action?: ReactNode }): ReactNode {
  const { t } = usePage();
  return (
    <div className="empty">
      <p className="empty-title">{t(props.title)}</p>
      {props.children !== undefined && <div className="empty-text">{props.children}</div>}
      {props.action !== undefined && <div className="actions">{props.action}</div>}
    </div>
  );
}
