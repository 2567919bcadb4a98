import type { ReactNode } from 'react';
import { say, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import { Foreign, Table, usePage } from '#kernel/ui/browser.ts';

export interface ActionRow {
  readonly record: string;
  readonly who: string;
  readonly kind: Text;
  readonly when: Text;
  readonly effect?: string;
  readonly articles: string;
  readonly source: string;
  readonly wording?: Multilingual;
}

/** Entries of the log, each leading to its record; `who` is the participant, or the treaty on the page of a State. */
export function ActionTable({ rows, whoLabel }: { rows: readonly ActionRow[]; whoLabel?: Text }): ReactNode {
  const { t, href } = usePage();
  return (
    <Table
      caption={say('Actions')}
      captionHidden
      dense
      rows={rows}
      rowKey={({ record }) => record}
      columns={[
        { id: 'when', label: say('Date'), tight: true, cell: ({ when }) => t(when) },
        { id: 'who', label: whoLabel ?? say('Participant'), cell: ({ who }) => who },
        {
          id: 'kind',
          label: say('Action'),
          cell: ({ record, kind, articles, wording, effect }) => (
            <>
              <a href={href(`/registers/treaty-actions/${record}`)}>{t(kind)}</a>
              {articles !== '' && <span className="muted"> {t(say('art. {articles}', { articles }))}</span>}
              {effect !== undefined && <span className="muted"> {t(say('in effect {date}', { date: effect }))}</span>}
              {wording !== undefined && (
                <p className="law-wording">
                  <Foreign text={wording} />
                </p>
              )}
            </>
          ),
        },
        { id: 'source', label: say('Source'), cell: ({ source }) => <cite>{source}</cite> },
      ]}
    />
  );
}
