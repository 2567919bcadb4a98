import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  DemonstrationMark,
  DescriptionList,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Table,
  Tag,
  usePage,
} from '#kernel/ui/browser.ts';
import { PersonWords } from './release.tsx';
import { severityNames, type SeverityCount } from './parts/severity-counts.tsx';

export interface OriginProps {
  readonly batch: string;
  readonly file: { readonly name: string; readonly sha256?: string };
  /** The figure is hidden from the reader, and so is its row. */
  readonly withheld: boolean;
  /** Whether the reader may have the file itself. */
  readonly mayDownload: boolean;
  readonly mapping: {
    readonly name: string;
    readonly version?: string;
    readonly reads: readonly {
      readonly target: string;
      readonly columns: readonly string[];
      /** What stands in those columns. */
      readonly written: readonly string[];
      /** Set for every row by the mapping itself. */
      readonly fixed?: string;
      readonly words: string;
      readonly code?: string;
    }[];
  };
  readonly row: number;
  readonly cells: readonly { readonly column: string; readonly text: string; readonly isValue: boolean }[];
  readonly imported: { readonly at: Date; readonly role: string; readonly name?: string };
  readonly accepted?: { readonly at: Date; readonly role: string; readonly name?: string; readonly note?: string };
  readonly findings: readonly {
    readonly id: number;
    readonly severity: SeverityCount['severity'];
    readonly rule: string;
    readonly said: Text;
    readonly answers: readonly { readonly body: string; readonly at: Date; readonly role: string }[];
  }[];
}

interface HistoryRow {
  readonly release: number;
  readonly at: Date;
  readonly value: string;
  readonly status: string;
  readonly path: string;
  readonly changed: boolean;
}

export interface ObservationProps {
  readonly flow: { readonly id: string; readonly name: Text; readonly demonstration: boolean };
  readonly release: { readonly number: number; readonly at: Date };
  /** What the figure is, in words: "Persons held, Kenya, 2019". */
  readonly title: string;
  readonly value: string;
  readonly unit?: string;
  readonly status?: { readonly letter: string; readonly words: string };
  readonly dimensions: readonly { readonly name: string; readonly code: string; readonly words: string }[];
  readonly attributes: readonly { readonly name: string; readonly words: string }[];
  readonly since: number;
  readonly origin?: OriginProps;
  readonly history: readonly HistoryRow[];
  readonly seriesPath: string;
  readonly reportPath: string;
}

/** One figure and the whole way back: release, acceptance, import, row, file. */
export default function ObservationPage(props: ObservationProps): ReactNode {
  const { t, href, formats } = usePage();
  const { flow, release, origin } = props;
  return (
    <>
      <PageHeader
        kind={say('One figure and where it comes from')}
        title={props.title}
        actions={
          <LinkButton path={props.seriesPath} tone="secondary">
            {t(say('The whole series'))}
          </LinkButton>
        }
      >
        {flow.demonstration && (
          <p className="st-marks">
            <DemonstrationMark />
          </p>
        )}
      </PageHeader>
      <p className="st-one-figure">
        <span className="st-one-value">{props.value}</span> {props.unit}
        {props.status !== undefined && (
          <span className="st-one-status">
            <abbr title={props.status.words}>{props.status.letter}</abbr> {props.status.words}
          </span>
        )}
      </p>
      <Steps {...props} />
      {origin !== undefined && origin.findings.length > 0 && <Findings findings={origin.findings} />}
      <Section title={say('What the figure says of itself')} id="figure">
        <DescriptionList
          items={[
            ...props.dimensions.map(({ name, code, words }) => ({
              term: name,
              value:
                words === code ? (
                  code
                ) : (
                  <>
                    {words} <code dir="ltr">{code}</code>
                  </>
                ),
            })),
            ...props.attributes.map(({ name, words }) => ({ term: name, value: words })),
          ]}
        />
      </Section>
      <Section
        title={say('History of this figure')}
        id="history"
        lead={say('The same figure in every release that you may see.')}
      >
        <Table
          caption={say('History of this figure')}
          captionHidden
          columns={[
            {
              id: 'release',
              label: say('Release'),
              heading: true,
              cell: (row) => (
                <a href={href(row.path)} {...(row.release === release.number && { 'aria-current': 'true' as const })}>
                  {t(say('Release {number}', { number: row.release }))}
                </a>
              ),
            },
            { id: 'date', label: say('Date'), tight: true, cell: (row) => formats.date(row.at) },
            { id: 'value', label: say('Figure'), numeric: true, cell: (row) => row.value },
            { id: 'status', label: say('Status'), cell: (row) => row.status },
            {
              id: 'changed',
              label: say('Change'),
              cell: (row) => (row.changed ? <Tag tone="accent">{t(say('revised'))}</Tag> : ''),
            },
          ]}
          rows={props.history}
          rowKey={(row) => String(row.release)}
        />
      </Section>
      <p>
        <LinkButton path={props.reportPath} tone="secondary">
          {t(say('Report an error in this figure'))}
        </LinkButton>
      </p>
    </>
  );
}

/** The way back as steps, from what is published to what was reported. */
function Steps({ flow, release, since, origin }: ObservationProps): ReactNode {
  const { t, href, formats } = usePage();
  return (
    <Section title={say('The way back')} id="way-back">
      <ol className="st-steps">
        <li>
          <h3>{t(say('Released'))}</h3>
          <p>
            <a href={href(`/data/${flow.id}/releases/${release.number}`)}>
              {t(
                say('{flow}, release {number} of {date}', {
                  flow: t(flow.name),
                  number: release.number,
                  date: formats.date(release.at),
                }),
              )}
            </a>
            {since < release.number && (
              <> {t(say('This value was first published in release {number}.', { number: since }))}</>
            )}
          </p>
        </li>
        {origin === undefined ? (
          <li>
            <h3>{t(say('Source'))}</h3>
            <p>{t(say('The record of its source cannot be shown.'))}</p>
          </li>
        ) : (
          <>
            <li>
              <h3>{t(say('Accepted'))}</h3>
              {origin.accepted === undefined ? (
                <p>{t(say('No acceptance is on record for this batch.'))}</p>
              ) : (
                <p>
                  {formats.dateTime(origin.accepted.at)} · <PersonWords {...origin.accepted} />
                  {origin.accepted.note !== undefined && <> · {origin.accepted.note}</>}
                </p>
              )}
            </li>
            <li>
              <h3>{t(say('Imported'))}</h3>
              <p>
                {formats.dateTime(origin.imported.at)} · <PersonWords {...origin.imported} /> ·{' '}
                {t(say('batch {batch}', { batch: `\u2066${origin.batch}\u2069` }))}
              </p>
            </li>
            <li>
              <h3>{t(say('Read from a file'))}</h3>
              <p>
                {origin.mayDownload ? (
                  <a href={href(`/work/imports/${origin.batch}/file`)} download>
                    <bdi>{origin.file.name}</bdi>
                  </a>
                ) : (
                  <bdi>{origin.file.name}</bdi>
                )}
                {t(say(', '))}
                {t(say('row {row}', { row: formats.number(origin.row, { useGrouping: false }) }))}
              </p>
              {origin.file.sha256 !== undefined && (
                <p className="hint">
                  SHA-256 <code dir="ltr">{origin.file.sha256}</code>
                </p>
              )}
              {origin.withheld ? (
                <Notice>
                  <p>
                    {t(say('The figure is hidden so that nobody is recognised in a small number, and so is its row.'))}
                  </p>
                </Notice>
              ) : origin.cells.length === 0 ? (
                <Notice>
                  <p>{t(say('The cells of the row are not kept.'))}</p>
                </Notice>
              ) : (
                <Cells cells={origin.cells} row={origin.row} />
              )}
              <Reads {...origin.mapping} />
            </li>
          </>
        )}
      </ol>
    </Section>
  );
}

function Cells({ cells, row }: Pick<OriginProps, 'cells' | 'row'>): ReactNode {
  const { t } = usePage();
  const caption = t(say('Row {row} as it was reported', { row: String(row) }));
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table table-dense st-source">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {cells.map(({ column }, at) => (
              <th key={at} scope="col">
                <bdi>{column}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {cells.map(({ text, isValue }, at) => (
              <td key={at}>
                {isValue ? (
                  <mark>
                    <bdi>{text}</bdi>
                  </mark>
                ) : (
                  <bdi>{text}</bdi>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** How the row became the figure: which mapping, and which column which dimension. */
function Reads({ name, version, reads }: OriginProps['mapping']): ReactNode {
  const { t } = usePage();
  return (
    <>
      <p>
        {t(say('Read by the mapping'))} <bdi className="st-id">{name}</bdi>
        {version !== undefined && (
          <>
            {t(say(', '))}
            {t(say('version {version}', { version }))}
          </>
        )}
      </p>
      {reads.length > 0 && (
        <Table
          caption={say('From column to dimension')}
          dense
          columns={[
            {
              id: 'columns',
              label: say('Column'),
              cell: ({ columns, fixed }) =>
                fixed === undefined ? <bdi>{columns.join(' + ')}</bdi> : t(say('the same for every row')),
            },
            { id: 'written', label: say('Stands there'), cell: ({ written }) => <bdi>{written.join(' + ')}</bdi> },
            { id: 'target', label: say('Dimension'), heading: true, cell: ({ target }) => target },
            {
              id: 'words',
              label: say('Read as'),
              cell: ({ words, code }) =>
                code === undefined || code === words ? (
                  words
                ) : (
                  <>
                    {words} <code dir="ltr">{code}</code>
                  </>
                ),
            },
          ]}
          rows={reads}
          rowKey={({ target }) => target}
        />
      )}
    </>
  );
}

const tones = { error: 'bad', warning: 'warn', info: 'neutral' } as const;

function Findings({ findings }: Pick<OriginProps, 'findings'>): ReactNode {
  const { t, formats } = usePage();
  return (
    <Section title={say('What the checks found')} id="findings">
      <ul className="st-findings">
        {findings.map(({ id, severity, rule, said, answers }) => (
          <li key={id}>
            <p>
              <Tag tone={tones[severity]}>{t(severityNames[severity])}</Tag> {t(said)} <code>{rule}</code>
            </p>
            {answers.map(({ body, at, role }, place) => (
              <blockquote key={place}>
                <p>{body}</p>
                <footer>
                  {role}, {formats.date(at)}
                </footer>
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
