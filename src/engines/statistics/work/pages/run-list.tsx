import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { Status, Table, Tag, usePage } from '#kernel/ui/browser.ts';
import { Who } from './who.tsx';
import { runWords, type RunStateName } from './words.ts';

export interface RunView {
  readonly id: string;
  readonly flow: string;
  readonly mapping?: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly size: number };
  readonly dryRun: boolean;
  readonly state: RunStateName;
  readonly doing?: string;
  readonly rows: number;
  readonly begunAt: string;
  readonly endedAt?: string;
  readonly batch?: string;
  readonly problem?: Message;
  readonly who: { readonly account: string; readonly name?: string };
}

export const isUnderWay = (run: Pick<RunView, 'state'>): boolean => run.state === 'running' || run.state === 'waiting';

/** Files sent in that have no batch (yet). */
export function RunList(props: { runs: readonly RunView[] }): ReactNode {
  const { t, href, formats } = usePage();
  return (
    <Table
      caption={say('Files under way, refused, interrupted or tried out')}
      captionHidden
      dense
      columns={[
        {
          id: 'file',
          label: say('File'),
          heading: true,
          cell: ({ id, file, dryRun }) => (
            <>
              <a href={href(`/work/imports/${id}`)}>
                <bdi>{file.name}</bdi>
              </a>{' '}
              {dryRun && <Tag>{t(say('trial'))}</Tag>}
            </>
          ),
        },
        { id: 'flow', label: say('Flow'), tight: true, cell: ({ flow }) => <bdi className="work-id">{flow}</bdi> },
        {
          id: 'state',
          label: say('Status'),
          cell: (run) => (
            <Status tone={runWords[run.state].tone} busy={isUnderWay(run)}>
              {t(runWords[run.state].label)}
            </Status>
          ),
        },
        { id: 'rows', label: say('Rows read'), numeric: true, cell: ({ rows }) => formats.number(rows) },
        { id: 'when', label: say('Sent'), tight: true, cell: ({ begunAt }) => formats.dateTime(begunAt) },
        { id: 'who', label: say('By'), cell: ({ who }) => <Who who={who} /> },
      ]}
      rows={props.runs}
      rowKey={({ id }) => id}
    />
  );
}
