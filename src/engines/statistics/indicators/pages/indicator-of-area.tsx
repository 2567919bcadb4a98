import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  EmptyState,
  Figure,
  PageHeader,
  Section,
  ServerMarkup,
  Table,
  usePage,
  PlainTable,
  type PlainTableData,
} from '#kernel/ui/browser.ts';
import { ReleaseLinks, type ReleaseLink } from './release-links.tsx';

/** One published figure that the value was calculated from, with the address of its way back. */
export interface InputLink {
  readonly words: string;
  readonly place: string;
  readonly value: number;
  readonly path: string;
}

export interface YearRow {
  readonly period: string;
  readonly value?: number;
  readonly reason?: string;
  readonly inputs: readonly InputLink[];
}

export interface IndicatorOfAreaProps {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly title: Text;
  readonly unit: Text;
  readonly decimals: number;
  readonly formula: string;
  readonly chart: { readonly svg: string; readonly table: PlainTableData };
  readonly years: readonly YearRow[];
  /** Period that the visitor came from. */
  readonly marked?: string;
  readonly releases: readonly ReleaseLink[];
}

/** An indicator for one country, year by year, each with the published figures behind it. */
export default function IndicatorOfAreaPage(props: IndicatorOfAreaProps): ReactNode {
  const { t, href, formats } = usePage();
  const { id, area, name, title, unit, decimals, years, releases } = props;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const heading = say('{title}: {place}', { title: t(title), place: name });
  return (
    <>
      <PageHeader
        title={heading}
        kind={say('Indicator')}
        lead={say('Calculated as {formula}.', { formula: props.formula })}
      >
        <p>
          <a href={href(`/indicators/${encodeURIComponent(id)}`)}>{t(say('All countries and regions'))}</a> ·{' '}
          <a href={href(`/areas/${area}`)}>{name}</a>
        </p>
      </PageHeader>
      {years.length === 0 ? (
        <EmptyState title={say('No figures for this place')}>
          {t(say('None of the released data has the figures that this indicator needs.'))}
        </EmptyState>
      ) : (
        <>
          <Figure
            title={heading}
            unit={unit}
            source={<ReleaseLinks releases={releases} />}
            table={<PlainTable table={props.chart.table} />}
          >
            <ServerMarkup html={props.chart.svg} className="chart" />
          </Figure>
          <Section title={say('Year by year')} lead={say('Follow a figure back to the row that it was reported in.')}>
            <Table
              caption={say('Year by year')}
              captionHidden
              rows={years}
              rowKey={({ period }) => period}
              columns={[
                {
                  id: 'period',
                  label: say('Year'),
                  heading: true,
                  cell: ({ period }) => (period === props.marked ? <mark>{period}</mark> : period),
                },
                {
                  id: 'value',
                  label: unit,
                  numeric: true,
                  cell: ({ value, reason }) =>
                    value === undefined ? <span className="muted">{reason}</span> : formats.number(value, digits),
                },
                {
                  id: 'inputs',
                  label: say('Calculated from'),
                  cell: ({ inputs }) => (
                    <ul className="plain">
                      {inputs.map(({ words, place, value, path }) => (
                        <li key={path}>
                          {words}
                          {place !== name && ` (${place})`}: <a href={href(path)}>{formats.number(value)}</a>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </Section>
        </>
      )}
    </>
  );
}
