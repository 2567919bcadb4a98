import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  DemonstrationMark,
  DescriptionList,
  EmptyState,
  Figure,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Select,
  ServerMarkup,
  Table,
  Tag,
  usePage,
  PlainTable,
  type PlainTableData,
} from '#kernel/ui/browser.ts';
import type { Coverage } from '../aggregate.ts';
import { MetadataSections } from './metadata-sections.tsx';
import { ReleaseLinks, type ReleaseLink } from './release-links.tsx';

export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly value?: number;
  readonly reason?: string;
  readonly note?: string;
  readonly flagged: boolean;
}

interface Drawn {
  readonly svg: string;
  readonly alt: string;
  readonly table: PlainTableData;
}

export interface IndicatorProps {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly unit: Text;
  readonly decimals: number;
  readonly framework?: Text;
  readonly formula: string;
  readonly period: string;
  readonly periods: readonly string[];
  readonly places: readonly string[];
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly map: Drawn;
  readonly line: Drawn;
  readonly rows: readonly PlaceRow[];
  readonly groups: readonly (PlaceRow & { readonly coverage: Coverage })[];
  readonly others: readonly { readonly place: string; readonly value: number; readonly title: Text }[];
  readonly metadata: readonly { readonly section: string; readonly text: Text }[];
  readonly releases: readonly ReleaseLink[];
  readonly demonstration: boolean;
}

export default function IndicatorPage(props: IndicatorProps): ReactNode {
  const { t, href } = usePage();
  const { id, title, description, period, rows, releases } = props;
  const csv = `/api/v1/statistics/indicators/${encodeURIComponent(id)}?format=csv`;
  return (
    <>
      <PageHeader
        title={title}
        kind={props.framework ?? say('Indicator')}
        lead={description}
        actions={<LinkButton address={csv}>{t(say('Download CSV'))}</LinkButton>}
      >
        {props.demonstration && <DemonstrationMark />}
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState
          title={say('No figures yet')}
          action={<LinkButton address={href('/work/imports')}>{t(say('Import a file'))}</LinkButton>}
        >
          {t(
            say(
              'This indicator is calculated from released data. Import the data, accept it and release it; the figures then appear here.',
            ),
          )}
        </EmptyState>
      ) : (
        <>
          <Choice {...props} />
          <Figure
            title={say('{title}, {period}', { title: t(title), period })}
            unit={props.unit}
            source={<ReleaseLinks releases={releases} />}
            table={<PlainTable table={props.map.table} />}
          >
            <ServerMarkup html={props.map.svg} className="chart" />
          </Figure>
          <Figure
            title={say('{title} over time', { title: t(title) })}
            unit={props.unit}
            source={<ReleaseLinks releases={releases} />}
            table={<PlainTable table={props.line.table} />}
          >
            <ServerMarkup html={props.line.svg} className="chart" />
          </Figure>
          <Groups {...props} />
          <Places {...props} />
        </>
      )}
      <Section title={say('How it is calculated')} id="method">
        <DescriptionList
          items={[
            { term: say('Formula'), value: props.formula },
            { term: say('Unit'), value: t(props.unit) },
            { term: say('Calculated from'), value: <ReleaseLinks releases={releases} /> },
          ]}
        />
        <MetadataSections sections={props.metadata} />
      </Section>
    </>
  );
}

function Choice({ periods, period, places, choices }: IndicatorProps): ReactNode {
  const { t } = usePage();
  return (
    <form className="toolbar" method="get">
      <Select
        name="period"
        label={say('Year')}
        value={period}
        choices={periods.toReversed().map((each) => ({ value: each, label: each }))}
      />
      <Select
        name="place"
        label={say('Compare with')}
        value=""
        choices={[
          { value: '', label: t(say('Choose a country')) },
          ...choices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {places.map((place) => (
        <input key={place} type="hidden" name="place" value={place} />
      ))}
      <Button type="submit">{t(say('Show'))}</Button>
    </form>
  );
}

function Groups({ groups, others, decimals, unit }: IndicatorProps): ReactNode {
  const { t, formats } = usePage();
  if (groups.length === 0) return null;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (
    <Section
      title={say('World and regions')}
      id="regions"
      lead={say('Sums over the countries that have a figure. Below the minimum coverage no figure is shown.')}
    >
      {others.map((other) => (
        <Notice key={other.place} title={other.title}>
          {other.place}: {formats.number(other.value, digits)} {t(unit)}
        </Notice>
      ))}
      <Table
        caption={say('World and regions')}
        captionHidden
        rows={groups}
        rowKey={({ id }) => id}
        columns={[
          { id: 'place', label: say('Region'), heading: true, cell: ({ name }) => name },
          {
            id: 'value',
            label: unit,
            numeric: true,
            cell: ({ value, reason }) =>
              value === undefined ? <span className="muted">{reason}</span> : formats.number(value, digits),
          },
          {
            id: 'countries',
            label: say('Countries with a figure'),
            numeric: true,
            cell: ({ coverage }) => t(say('{n} of {of}', { n: coverage.countries, of: coverage.of })),
          },
          {
            id: 'population',
            label: say('Share of population'),
            numeric: true,
            cell: ({ coverage }) =>
              coverage.population === undefined ? '…' : formats.percent(coverage.population * 100, 0),
          },
          {
            id: 'imputed',
            label: say('From an earlier year'),
            numeric: true,
            cell: ({ coverage }) => formats.number(coverage.imputed),
          },
        ]}
      />
    </Section>
  );
}

function Places({ id: indicator, rows, decimals, unit, period }: IndicatorProps): ReactNode {
  const { t, href, formats } = usePage();
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (
    <Section
      title={say('Countries and areas, {period}', { period })}
      id="countries"
      lead={say('Every figure leads to the published rows that it is calculated from.')}
    >
      <Table
        caption={say('Countries and areas, {period}', { period })}
        captionHidden
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'place',
            label: say('Country or area'),
            heading: true,
            cell: ({ id, name }) => <a href={href(`/areas/${id}`)}>{name}</a>,
          },
          {
            id: 'value',
            label: unit,
            numeric: true,
            cell: ({ id, value, reason }) =>
              value === undefined ? (
                <span className="muted">{reason}</span>
              ) : (
                <a href={href(`/indicators/${encodeURIComponent(indicator)}/${id}?period=${period}`)}>
                  {formats.number(value, digits)}
                </a>
              ),
          },
          {
            id: 'note',
            label: say('Notes'),
            cell: ({ note, flagged }) => (
              <>
                {note}
                {flagged && <Tag>{t(say('Estimate'))}</Tag>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
