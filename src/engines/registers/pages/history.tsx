import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Button, PageHeader, Pagination, Table, Tag, usePage } from '#kernel/ui/browser.ts';

export interface HistoryProps {
  readonly path: string;
  readonly title: Text;
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly changes: readonly {
    /** Names the version that the change led to. */
    readonly revision: string;
    readonly version: number;
    /** ISO 8601. */
    readonly at: string;
    readonly who: Text;
    readonly what: Text;
    readonly state: Text;
    readonly reason?: string;
    readonly fields: readonly Text[];
    readonly current: boolean;
  }[];
  readonly mayRestore: boolean;
}

/** Every change, newest first; two versions can be laid side by side. */
export default function HistoryPage(props: HistoryProps): ReactNode {
  const { t, href } = usePage();
  const { path, title, changes, mayRestore, page, size, total } = props;
  return (
    <div className="rg">
      <PageHeader
        kind={say('History')}
        title={title}
        lead={say('Every version is kept. Choose two to see what changed between them.')}
      />
      <form method="get" action={href(`${path}/compare`)}>
        <Table
          caption={say('Changes')}
          captionHidden
          columns={[
            {
              id: 'from',
              label: say('From'),
              tight: true,
              cell: (each) => <Pick name="from" change={each} chosen={each === (changes[1] ?? changes[0])} />,
            },
            {
              id: 'to',
              label: say('To'),
              tight: true,
              cell: (each) => <Pick name="to" change={each} chosen={each === changes[0]} />,
            },
            { id: 'what', label: say('Change'), heading: true, cell: (each) => <What change={each} /> },
            { id: 'who', label: say('By'), cell: ({ who }) => t(who) },
            { id: 'state', label: say('Stage'), cell: ({ state }) => t(state) },
            ...(mayRestore
              ? [
                  {
                    id: 'restore',
                    label: say('Restore'),
                    tight: true,
                    cell: (each: Change) => <Restore path={path} change={each} />,
                  },
                ]
              : []),
          ]}
          rows={changes}
          rowKey={({ revision }) => revision}
        />
        {changes.length > 1 && (
          <div className="actions">
            <Button tone="secondary">{t(say('Compare'))}</Button>
          </div>
        )}
      </form>
      <Pagination
        page={page}
        size={size}
        total={total}
        address={(number) => `${href(`${path}/history`)}?page=${number}`}
      />
    </div>
  );
}

type Change = HistoryProps['changes'][number];

function What({ change }: { change: Change }): ReactNode {
  const { t, formats } = usePage();
  const { what, version, at, reason, fields, current } = change;
  return (
    <>
      {t(what)} <span className="rg-count">{t(say('version {version}', { version }))}</span>{' '}
      {current && <Tag tone="good">{t(say('now'))}</Tag>}
      <br />
      <time className="hint" dateTime={at}>
        {formats.dateTime(at)}
      </time>
      {fields.length > 0 && <p className="hint">{formats.list(fields.map(t))}</p>}
      {reason !== undefined && (
        <p>
          <bdi>{reason}</bdi>
        </p>
      )}
    </>
  );
}

function Pick(props: { name: 'from' | 'to'; change: Change; chosen: boolean }): ReactNode {
  const { t, formats } = usePage();
  const { revision, at } = props.change;
  const words = { when: formats.dateTime(at) };
  const label = props.name === 'from' ? say('Compare from {when}', words) : say('Compare to {when}', words);
  return <input type="radio" name={props.name} value={revision} defaultChecked={props.chosen} aria-label={t(label)} />;
}

function Restore({ path, change }: { path: string; change: Change }): ReactNode {
  const { t, href, formats } = usePage();
  if (change.current) return null;
  return (
    <a href={href(`${path}/restore/${change.revision}`)}>
      {t(say('Restore'))}
      <span className="visually-hidden"> {formats.dateTime(change.at)}</span>
    </a>
  );
}
