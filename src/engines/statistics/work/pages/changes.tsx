import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Stat, StatGrid, Table, Tag, usePage } from '#kernel/ui/browser.ts';
import type { ChangesView } from '../routes/changes-view.ts';
import { changeWords } from './words.ts';

/** What an act would change, counted, and the first of the changes one by one. */
export function ChangesTable(props: { changes: ChangesView; same: string }): ReactNode {
  const { t, formats } = usePage();
  const { changes, same } = props;
  const number = (value: number): string => formats.number(value, { maximumFractionDigits: 6 });
  const all = changes.new + changes.revised + changes.gone;
  return (
    <>
      <StatGrid>
        <Stat label={say('New figures')} value={number(changes.new)} />
        <Stat label={say('Revised figures')} value={number(changes.revised)} />
        <Stat label={say('Figures that go')} value={number(changes.gone)} />
        <Stat label={same} value={number(changes.same)} />
      </StatGrid>
      {all > 0 && (
        <Table
          caption={
            all > changes.first.length
              ? say('The first {shown} of {all} changes', { shown: number(changes.first.length), all: number(all) })
              : say('The changes')
          }
          dense
          columns={[
            {
              id: 'change',
              label: say('Change'),
              tight: true,
              cell: ({ change }) => <Tag tone={changeWords[change].tone}>{t(changeWords[change].label)}</Tag>,
            },
            { id: 'area', label: say('Area'), heading: true, cell: ({ area }) => area },
            { id: 'figure', label: say('Figure'), cell: ({ figure }) => figure },
            { id: 'period', label: say('Period'), tight: true, cell: ({ period }) => <bdi>{period}</bdi> },
            {
              id: 'before',
              label: say('Before'),
              numeric: true,
              cell: ({ before }) => (before === null ? '–' : number(before)),
            },
            {
              id: 'after',
              label: say('After'),
              numeric: true,
              cell: ({ after }) => (after === null ? '–' : number(after)),
            },
          ]}
          rows={changes.first}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}
