import type { ReactNode } from 'react';
import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import {
  DemonstrationMark,
  DescriptionList,
  ErrorSummary,
  Figure,
  Notice,
  PageHeader,
  Section,
  ServerMarkup,
  Table,
  Tag,
  usePage,
  type FieldError,
  PlainTable,
  withQuery,
} from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import type { DrawnSeries } from '../findings/draw-series.ts';
import type { RuleExplained } from '../findings/explain-rule.ts';
import type { Standing } from '../findings/filter.ts';
import type { Mark } from '../store/tables.ts';
import { KeyHints, useKeys } from './keys.tsx';
import { SeverityMark } from './severity.tsx';
import { AnswerForm, Thread } from './thread.tsx';
import { standingWords } from './words.ts';

export interface FindingProps {
  readonly id: number;
  readonly batch: string;
  readonly flow: string;
  readonly flowName: Text;
  readonly severity: Severity;
  readonly rule: RuleExplained & { readonly id: string };
  readonly said: Message;
  readonly standing: Standing | null;
  readonly demonstration: boolean;
  readonly row: number | null;
  readonly column: string | null;
  readonly area: string;
  readonly figure: string;
  readonly period: string;
  readonly title: string;
  readonly file?: string;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
  readonly chart?: DrawnSeries;
  readonly neighbours?: {
    readonly place: number;
    readonly total: number;
    readonly before: number | null;
    readonly after: number | null;
  };
  readonly thread?: readonly {
    readonly body: string;
    readonly at: string;
    readonly role: string;
    readonly who: { readonly account: string; readonly name?: string };
    readonly mark?: Mark;
  }[];
  readonly may: { readonly answer: boolean; readonly settle: boolean; readonly batch: boolean };
  readonly token: string;
  readonly errors: readonly FieldError[];
  readonly entered: { readonly act?: string; readonly body?: string };
  readonly done?: Message;
}

/** One finding with all that helps to judge it, and the thread between the State and the office. */
export default function Finding(props: FindingProps): ReactNode {
  const { t } = usePage();
  const { severity, standing, said, title, errors, done, chart, thread, may } = props;
  return (
    <div className="work">
      <Neighbours {...props} />
      <PageHeader title={title === '' ? say('Finding') : title}>
        <p className="work-marks">
          <SeverityMark severity={severity} />
          {standing !== null && <Tag tone={standingWords[standing].tone}>{t(standingWords[standing].label)}</Tag>}
          {props.demonstration && <DemonstrationMark />}
        </p>
        <p className="work-said">{t(said)}</p>
      </PageHeader>
      {done !== undefined && (
        <Notice tone="good" live>
          <p>{t(done)}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      {chart !== undefined && <Chart chart={chart} {...props} />}
      <Section title={say('The rule')}>
        <Rule {...props} />
      </Section>
      {props.cells.length > 0 && (
        <Section title={say('The row as it came in')}>
          <Row {...props} />
        </Section>
      )}
      {(thread !== undefined || may.settle) && (
        <Section title={say('What was said about it')} id="thread">
          {thread !== undefined && <Thread entries={thread} />}
          {(may.answer || may.settle) && <AnswerForm {...props} />}
        </Section>
      )}
    </div>
  );
}

function Neighbours({ neighbours }: FindingProps): ReactNode {
  const { t, href, formats, context } = usePage();
  const keys = useKeys('.work-step');
  if (neighbours === undefined) return null;
  const address = (id: number): string => withQuery(href(`/work/findings/${id}`), context.query, { done: '' });
  const { place, total, before, after } = neighbours;
  return (
    <nav className="work-neighbours" aria-label={t(say('Findings before and after'))}>
      <span>{t(say('{place} of {total}', { place: formats.number(place), total: formats.number(total) }))}</span>
      {before !== null && (
        <a className="work-step" rel="prev" href={address(before)} aria-keyshortcuts="k">
          {t(say('Previous'))}
        </a>
      )}
      {after !== null && (
        <a className="work-step" rel="next" href={address(after)} aria-keyshortcuts="j">
          {t(say('Next'))}
        </a>
      )}
      <KeyHints keys={keys} next={say('next')} previous={say('previous')} />
    </nav>
  );
}

function Chart({ chart, title, flowName, file }: FindingProps & { chart: DrawnSeries }): ReactNode {
  const { t } = usePage();
  return (
    <Figure
      title={title}
      source={
        file === undefined ? (
          t(flowName)
        ) : (
          <>
            {t(flowName)}, <bdi>{file}</bdi>
          </>
        )
      }
      notes={[
        say(
          'Figures as they came in with this batch, before acceptance. Flags mark those that something was found about.',
        ),
      ]}
      table={<PlainTable table={chart.table} />}
    >
      <ServerMarkup html={chart.wide} className="chart work-wide" />
      <ServerMarkup html={chart.narrow} className="chart work-narrow" />
    </Figure>
  );
}

function Rule({ rule, flowName, flow, batch, may, figure, period, area }: FindingProps): ReactNode {
  const { t, href } = usePage();
  return (
    <DescriptionList
      items={[
        { term: say('What must hold'), value: t(rule.says) },
        ...(rule.formula === undefined ? [] : [{ term: say('Formula'), value: <code dir="ltr">{rule.formula}</code> }]),
        { term: say('What to do'), value: t(rule.remedy) },
        { term: say('Name of the rule'), value: <bdi className="work-id">{rule.id}</bdi> },
        {
          term: say('Flow'),
          value: (
            <>
              {t(flowName)} <bdi className="work-id">{flow}</bdi>
            </>
          ),
        },
        ...(area === '' ? [] : [{ term: say('Area'), value: area }]),
        ...(figure === '' ? [] : [{ term: say('Figure'), value: figure }]),
        ...(period === '' ? [] : [{ term: say('Period'), value: <bdi>{period}</bdi> }]),
        ...(may.batch
          ? [{ term: say('Batch'), value: <a href={href(`/work/imports/${batch}`)}>{t(say('Open the batch'))}</a> }]
          : []),
      ]}
    />
  );
}

function Row({ cells, row, column, file }: FindingProps): ReactNode {
  const { t } = usePage();
  const named = new Set((column ?? '').split(', '));
  return (
    <Table
      caption={say('Row {row} of {file}', { row: String(row ?? ''), file: file ?? '' })}
      dense
      columns={[
        { id: 'column', label: say('Column'), heading: true, cell: (cell) => <bdi>{cell.column}</bdi> },
        {
          id: 'text',
          label: say('What is there'),
          cell: (cell) => (
            <>
              <bdi>{cell.text === '' ? '–' : cell.text}</bdi>{' '}
              {named.has(cell.column) && <Tag tone="warn">{t(say('named by the finding'))}</Tag>}
            </>
          ),
        },
      ]}
      rows={cells.map((cell, place) => ({ ...cell, place }))}
      rowKey={({ place }) => String(place)}
    />
  );
}
