import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

/** A short word about a thing; colour never says anything that the word does not. */
export function Tag(props: { tone?: Tone; children: ReactNode }): ReactNode {
  return <span className={`tag tag-${props.tone ?? 'neutral'}`}>{props.children}</span>;
}

/** State of a record or a run, with a dot; `busy` moves it gently. */
export function Status(props: { tone?: Tone; busy?: boolean; children: ReactNode }): ReactNode {
  return (
    <span className={`status status-${props.tone ?? 'neutral'}`} data-busy={props.busy === true ? '' : undefined}>
      {props.children}
    </span>
  );
}

/** The mark of invented data; it stands at every figure that comes from the demonstration. */
export function DemonstrationMark(): ReactNode {
  const { t } = usePage();
  return <Tag tone="warn">{t(say('Demonstration'))}</Tag>;
}

/** The mark of a fact that could not be confirmed from what is at hand. */
export function UnverifiedMark(props: { reason?: Text }): ReactNode {
  const { t } = usePage();
  return (
    <span className="tag tag-neutral" {...(props.reason !== undefined && { title: t(props.reason) })}>
      {t(say('unverified'))}
    </span>
  );
}
