import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  DemonstrationMark,
  EmptyState,
  LinkButton,
  PageHeader,
  Section,
  Select,
  usePage,
} from '#kernel/ui/browser.ts';
import { DayField } from './parts/day-field.tsx';
import { LogChoice } from './parts/log-choice.tsx';

export interface MatrixCell {
  readonly standing: string;
  /** Year or word in the cell. */
  readonly word: string;
  /** The whole of it, for screen readers and on pointing. */
  readonly title: string;
}

export interface MatrixProps {
  readonly day: string;
  readonly dayWords: string;
  readonly log: 'record' | 'demonstration';
  /** Whether this installation shows invented entries at all. */
  readonly demonstration: boolean;
  readonly group: string;
  readonly region: string;
  readonly everyone: boolean;
  readonly groups: readonly { readonly value: string; readonly label: Text }[];
  readonly regions: readonly { readonly value: string; readonly label: string }[];
  readonly treaties: readonly {
    readonly id: string;
    readonly short: string;
    readonly parties: number;
    readonly uncertain: number;
    readonly quoted?: { readonly parties: number; readonly citation: string };
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly isState: boolean;
    readonly cells: readonly MatrixCell[];
  }[];
  /** States of the region without an entry, which are left out. */
  readonly hidden: number;
  readonly toAll: readonly string[];
  /** How many they are, as reports print it. */
  readonly quotedToAll: readonly { readonly states: number; readonly citation: string }[];
  readonly csv: string;
  readonly withAll: string;
  readonly otherLog: string;
}

/** Who is bound by what on a day: States down, instruments across. */
export default function MatrixPage(props: MatrixProps): ReactNode {
  const { t, href, formats } = usePage();
  const { rows, treaties, hidden, toAll, log } = props;
  const lead = say('Who was bound by which instrument on {date}, derived from the actions on record.', {
    date: props.dayWords,
  });
  return (
    <div className="law">
      <PageHeader
        title={say('Status of treaties')}
        lead={lead}
        actions={<LinkButton address={href(props.csv)}>{t(say('Download CSV'))}</LinkButton>}
      >
        {log === 'demonstration' && <DemonstrationMark />}
      </PageHeader>
      <LogChoice log={log} demonstration={props.demonstration} other={props.otherLog} />
      <form className="toolbar" method="get">
        <Select name="group" label={say('Group of instruments')} defaultValue={props.group} choices={props.groups} />
        <Select name="region" label={say('Region or group')} defaultValue={props.region} choices={props.regions} />
        <DayField day={props.day} />
        {log === 'demonstration' && <input type="hidden" name="log" value="demonstration" />}
        <Button type="submit">{t(say('Show'))}</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState
          title={say('No entry for this choice')}
          action={<LinkButton path={props.withAll}>{t(say('Show all States'))}</LinkButton>}
        />
      ) : (
        <MatrixTable {...props} />
      )}
      {hidden > 0 && !props.everyone && (
        <p className="muted">
          {t(
            say(
              '{n, plural, one {# State of the region has no entry and is not listed.} other {# States of the region have no entry and are not listed.}}',
              { n: hidden },
            ),
          )}{' '}
          <a href={href(props.withAll)}>{t(say('Show all States'))}</a>
        </p>
      )}
      <Section
        title={say('Parties to all of them')}
        id="all"
        lead={say('Parties on that day to every instrument shown above.')}
      >
        <p>{toAll.length === 0 ? t(say('None, as far as the entries tell.')) : formats.list(toAll)}</p>
        {props.quotedToAll.map(({ states, citation }) => (
          <p key={citation}>
            {t(say('{n, plural, one {# State} other {# States}}, as a report prints', { n: states }))}{' '}
            <cite>({citation})</cite>
          </p>
        ))}
        <p className="muted">
          {t(say('{n, plural, one {# instrument} other {# instruments}} shown.', { n: treaties.length }))}
        </p>
      </Section>
    </div>
  );
}

function MatrixTable({ treaties, rows, log }: MatrixProps): ReactNode {
  const { t, href, formats } = usePage();
  const query = log === 'demonstration' ? '?log=demonstration' : '';
  return (
    <div className="table-frame law-matrix-frame" role="region" aria-label={t(say('Status of treaties'))} tabIndex={0}>
      <table className="table table-dense law-matrix">
        <caption className="visually-hidden">{t(say('Status of treaties'))}</caption>
        <thead>
          <tr>
            <th scope="col">{t(say('State or organization'))}</th>
            {treaties.map(({ id, short }) => (
              <th key={id} scope="col">
                <a href={href(`/treaties/${id}${query}`)}>{short}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, isState, cells }) => (
            <tr key={id}>
              <th scope="row">{isState ? <a href={href(`/treaties/states/${id}${query}`)}>{name}</a> : name}</th>
              {cells.map((cell, at) => (
                <td key={treaties[at]?.id} className={`law-cell law-${cell.standing}`} title={cell.title}>
                  {cell.word === '' ? (
                    <span className="visually-hidden">{t(say('No action'))}</span>
                  ) : (
                    <span aria-label={cell.title} role="img">
                      <bdi aria-hidden="true">{cell.word}</bdi>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(say('Parties in this table'))}</th>
            {treaties.map(({ id, parties, uncertain }) => (
              <td key={id} className="law-cell">
                {formats.number(parties)}
                {uncertain > 0 && <span className="muted"> {t(say('(+{n} perhaps)', { n: uncertain }))}</span>}
              </td>
            ))}
          </tr>
          {treaties.some(({ quoted }) => quoted !== undefined) && (
            <tr>
              <th scope="row">{t(say('Parties, as the reports print'))}</th>
              {treaties.map(({ id, quoted }) => (
                <td key={id} className="law-cell">
                  {quoted !== undefined && (
                    <>
                      {formats.number(quoted.parties)} <cite className="muted">{quoted.citation}</cite>
                    </>
                  )}
                </td>
              ))}
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  );
}
