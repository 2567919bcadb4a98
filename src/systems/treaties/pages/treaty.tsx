import type { ReactNode } from 'react';
import { say, type Message, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  DemonstrationMark,
  DescriptionList,
  EmptyState,
  Figure,
  Foreign,
  LinkButton,
  PlainTable,
  Section,
  ServerMarkup,
  Stat,
  StatGrid,
  Table,
  UnverifiedMark,
  usePage,
  type PlainTableData,
} from '#kernel/ui/browser.ts';
import { ActionTable, type ActionRow } from './parts/action-table.tsx';
import { DayField } from './parts/day-field.tsx';
import { LogChoice } from './parts/log-choice.tsx';

export type { ActionRow } from './parts/action-table.tsx';

export interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly standingWords: Message;
  readonly since?: Message;
  readonly acts: readonly { readonly label: Message; readonly count: number }[];
  readonly warnings: readonly Message[];
}

interface Drawn {
  readonly svg: string;
  readonly table: PlainTableData;
}

export interface TreatyProps {
  readonly id: string;
  readonly name: Multilingual;
  readonly short: Multilingual;
  readonly group: Text;
  readonly day: string;
  readonly dayWords: string;
  readonly log: 'record' | 'demonstration';
  readonly demonstration: boolean;
  readonly adopted: string;
  readonly inForce?: string;
  readonly depositary?: string;
  readonly parent?: { readonly id: string; readonly short: Multilingual };
  readonly children: readonly { readonly id: string; readonly short: Multilingual }[];
  readonly entryRule: Message | undefined;
  readonly verified: string;
  readonly note?: string;
  readonly parties: number;
  readonly uncertain: number;
  readonly signatories: number;
  readonly quoted: readonly {
    readonly fact: string;
    readonly parties: number;
    readonly asOf: string;
    readonly citation: string;
  }[];
  readonly rows: readonly PartyRow[];
  readonly articles: readonly {
    readonly number: string;
    readonly heading?: Multilingual;
    readonly legislation: boolean;
  }[];
  readonly actions: readonly ActionRow[];
  readonly actionCount: number;
  readonly actionList: string;
  readonly map?: Drawn;
  readonly line?: Drawn;
  readonly otherLog: string;
  readonly csv: string;
}

/** One treaty: what it is, who is bound by it on a day, and what was done about it. */
export default function TreatyPage(props: TreatyProps): ReactNode {
  const { t, href } = usePage();
  const { log, rows, articles } = props;
  return (
    <article className="law">
      <header className="page-header">
        <div className="page-header-text">
          <p className="kicker">{t(props.group)}</p>
          <h1>
            <Foreign text={props.name} />
          </h1>
          {log === 'demonstration' && <DemonstrationMark />}
        </div>
        <div className="actions">
          <LinkButton path={`/registers/treaties/${props.id}`}>{t(say('The record'))}</LinkButton>
          <LinkButton address={href(props.csv)}>{t(say('Download CSV'))}</LinkButton>
        </div>
      </header>
      <Facts {...props} />
      <Section title={say('Who is bound')} id="parties">
        <LogChoice log={log} demonstration={props.demonstration} other={props.otherLog} />
        <form className="toolbar" method="get">
          <DayField day={props.day} />
          {log === 'demonstration' && <input type="hidden" name="log" value="demonstration" />}
          <Button type="submit">{t(say('Show'))}</Button>
        </form>
        <Counts {...props} />
        {rows.length === 0 && (
          <EmptyState title={say('No entry for this day')}>
            {t(say('Nothing that was deposited by then is on record. Choose a later day.'))}
          </EmptyState>
        )}
        <div className="figure-grid">
          <Drawings {...props} />
        </div>
        {rows.length > 0 && <Parties {...props} />}
      </Section>
      {articles.length > 0 && <Articles id={props.id} articles={articles} />}
      <Section title={say('Actions')} id="actions" lead={say('The latest first, up to the day that was chosen.')}>
        <ActionTable rows={props.actions} />
        <p>
          <a href={href(props.actionList)}>{t(say('All actions in the register ({n})', { n: props.actionCount }))}</a>
        </p>
      </Section>
    </article>
  );
}

function Facts(props: TreatyProps): ReactNode {
  const { t, href } = usePage();
  const link = ({ id, short }: { id: string; short: Multilingual }): ReactNode => (
    <a key={id} href={href(`/treaties/${id}`)}>
      <Foreign text={short} />
    </a>
  );
  return (
    <DescriptionList
      items={[
        { term: say('Short title'), value: <Foreign text={props.short} /> },
        { term: say('Adopted'), value: props.adopted },
        { term: say('In force since'), value: props.inForce ?? t(say('not yet in force')) },
        ...(props.entryRule === undefined
          ? []
          : [{ term: say('Entry into force for a party'), value: t(props.entryRule) }]),
        ...(props.depositary === undefined ? [] : [{ term: say('Depositary'), value: props.depositary }]),
        ...(props.parent === undefined ? [] : [{ term: say('Supplements or amends'), value: link(props.parent) }]),
        ...(props.children.length === 0
          ? []
          : [
              {
                term: say('Protocols and amendments'),
                value: (
                  <ul className="plain">
                    {props.children.map((child) => (
                      <li key={child.id}>{link(child)}</li>
                    ))}
                  </ul>
                ),
              },
            ]),
        {
          term: say('Compared with a published text'),
          value:
            props.verified === '' ? (
              <UnverifiedMark reason={say('Nothing of this entry was compared with a published text yet.')} />
            ) : (
              props.verified
            ),
        },
        ...(props.note === undefined ? [] : [{ term: say('Note'), value: props.note }]),
      ]}
    />
  );
}

function Counts({ parties, uncertain, signatories, quoted, dayWords, log }: TreatyProps): ReactNode {
  const { t, formats } = usePage();
  const entries =
    log === 'demonstration'
      ? say('among the invented entries, on {date}', { date: dayWords })
      : say('among the entries on record, on {date}', { date: dayWords });
  return (
    <StatGrid>
      <Stat
        label={say('Parties')}
        value={formats.number(parties)}
        note={
          <>
            {t(entries)}
            {uncertain > 0 && ` · ${t(say('{n} more perhaps', { n: uncertain }))}`}
          </>
        }
      />
      <Stat label={say('Signatories only')} value={formats.number(signatories)} note={t(entries)} />
      {quoted.map((figure) => (
        <Stat
          key={figure.fact}
          label={say('Parties, as a report prints')}
          value={formats.number(figure.parties)}
          note={
            <>
              {figure.asOf} · <cite>{figure.citation}</cite>
            </>
          }
        />
      ))}
    </StatGrid>
  );
}

function Drawings({ map, line, log, dayWords }: TreatyProps): ReactNode {
  const { t } = usePage();
  const source = t(log === 'demonstration' ? say('invented entries') : say('entries on record'));
  return (
    <>
      {map !== undefined && (
        <Figure
          title={say('Parties on {date}, by years since they were bound', { date: dayWords })}
          unit={say('years')}
          source={source}
          table={<PlainTable table={map.table} />}
        >
          <ServerMarkup html={map.svg} className="chart" />
        </Figure>
      )}
      {line !== undefined && (
        <Figure
          title={say('Parties at the end of each year')}
          unit={say('parties')}
          source={source}
          table={<PlainTable table={line.table} />}
        >
          <ServerMarkup html={line.svg} className="chart" />
        </Figure>
      )}
    </>
  );
}

function Parties({ rows, log, dayWords }: TreatyProps): ReactNode {
  const { t, href } = usePage();
  const query = log === 'demonstration' ? '?log=demonstration' : '';
  return (
    <Table
      caption={say('Participants on {date}', { date: dayWords })}
      rows={rows}
      rowKey={({ id }) => id}
      dense
      columns={[
        {
          id: 'name',
          label: say('State or organization'),
          heading: true,
          cell: ({ id, name }) =>
            /^[A-Z]{3}$/.test(id) ? <a href={href(`/treaties/states/${id}${query}`)}>{name}</a> : name,
        },
        {
          id: 'standing',
          label: say('Status'),
          cell: ({ standingWords, since }) => (
            <>
              {t(standingWords)}
              {since !== undefined && <span className="muted"> {t(since)}</span>}
            </>
          ),
        },
        {
          id: 'acts',
          label: say('What holds'),
          cell: ({ acts, warnings }) => (
            <>
              {acts.map(({ label, count }) => `${t(label)}: ${count}`).join(' · ')}
              {warnings.map((warning, at) => (
                <p key={at} className="muted">
                  {t(warning)}
                </p>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}

function Articles({ id, articles }: Pick<TreatyProps, 'id' | 'articles'>): ReactNode {
  const { t, href } = usePage();
  return (
    <Section
      title={say('Articles')}
      id="articles"
      lead={say('Those that ask States for legislation lead to the laws that answer to them.')}
    >
      <ul className="law-articles">
        {articles.map(({ number, heading, legislation }) => (
          <li key={number} id={`art-${number.replaceAll(' ', '')}`}>
            <span className="law-number">{t(say('Art. {number}', { number }))}</span>{' '}
            {legislation ? (
              <a href={href(`/legislation/compare?treaty=${id}&article=${encodeURIComponent(number)}`)}>
                {heading === undefined ? t(say('National law')) : <Foreign text={heading} />}
              </a>
            ) : (
              heading !== undefined && <Foreign text={heading} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
