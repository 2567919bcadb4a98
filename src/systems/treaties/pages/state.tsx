import type { ReactNode } from 'react';
import { say, type Message, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import { Button, DemonstrationMark, Foreign, PageHeader, Section, Table, usePage } from '#kernel/ui/browser.ts';
import { ActionTable, type ActionRow } from './parts/action-table.tsx';
import { DayField } from './parts/day-field.tsx';
import { LogChoice } from './parts/log-choice.tsx';

export interface StateTreatyRow {
  readonly id: string;
  readonly short: Multilingual;
  readonly group: Text;
  readonly standing: string;
  readonly standingWords: Message;
  readonly since?: Message;
}

export interface StateProps {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly dayWords: string;
  readonly log: 'record' | 'demonstration';
  readonly demonstration: boolean;
  readonly rows: readonly StateTreatyRow[];
  readonly actions: readonly ActionRow[];
  readonly otherLog: string;
}

/** How one State stands towards every instrument on a day, and what it did. */
export default function StatePage(props: StateProps): ReactNode {
  const { t, href } = usePage();
  const { id, name, log, rows, actions, dayWords } = props;
  const query = log === 'demonstration' ? '?log=demonstration' : '';
  return (
    <div className="law">
      <PageHeader
        title={say('Treaties: {place}', { place: name })}
        lead={say('How the State stood towards each instrument on {date}.', { date: dayWords })}
      >
        {log === 'demonstration' && <DemonstrationMark />}
        <p>
          <a href={href(`/areas/${id}`)}>{name}</a>
        </p>
      </PageHeader>
      <LogChoice log={log} demonstration={props.demonstration} other={props.otherLog} />
      <form className="toolbar" method="get">
        <DayField day={props.day} />
        {log === 'demonstration' && <input type="hidden" name="log" value="demonstration" />}
        <Button type="submit">{t(say('Show'))}</Button>
      </form>
      <Table
        caption={say('Treaties: {place}', { place: name })}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'treaty',
            label: say('Treaty'),
            heading: true,
            cell: (row) => (
              <a href={href(`/treaties/${row.id}${query}`)}>
                <Foreign text={row.short} />
              </a>
            ),
          },
          { id: 'group', label: say('Group of instruments'), cell: ({ group }) => t(group) },
          {
            id: 'standing',
            label: say('Status'),
            cell: ({ standing, standingWords, since }) => (
              <span className={`law-standing law-${standing}`}>
                {t(standingWords)}
                {since !== undefined && <span className="muted"> {t(since)}</span>}
              </span>
            ),
          },
        ]}
      />
      <Section title={say('Actions')} id="actions">
        <ActionTable rows={actions} whoLabel={say('Treaty')} />
      </Section>
    </div>
  );
}
