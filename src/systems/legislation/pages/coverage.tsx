import type { ReactNode } from 'react';
import { textIn } from '#kernel/i18n/browser.ts';
import { say, type Multilingual } from '#kernel/i18n/say.ts';
import {
  Button,
  DemonstrationMark,
  Field,
  Foreign,
  LinkButton,
  PageHeader,
  Stat,
  StatGrid,
  Table,
  usePage,
} from '#kernel/ui/browser.ts';
import { coverageWords, CoverageWord, type CoverageId } from './parts/coverage-word.tsx';
import { InventedNotice } from './parts/invented-notice.tsx';
import { JudgedList, type ShownJudgement } from './parts/judged-list.tsx';

export interface CoverageRow {
  readonly number: string;
  readonly heading?: Multilingual;
  readonly coverage: CoverageId;
  readonly gaps: readonly string[];
  readonly entries: readonly ShownJudgement[];
}

export interface CoverageProps {
  readonly state: string;
  readonly place: string;
  readonly treaty: string;
  readonly short: Multilingual;
  readonly day: string;
  readonly dayWords: string;
  readonly demonstration: boolean;
  readonly totals: Readonly<Record<CoverageId, number>>;
  readonly rows: readonly CoverageRow[];
  readonly csv: string;
}

/** How the law of a State covers a treaty, article by article, on a day. */
export default function CoveragePage(props: CoverageProps): ReactNode {
  const { t, href, formats, language } = usePage();
  const { state, place, treaty, rows, totals, demonstration } = props;
  const kinds: readonly CoverageId[] = ['yes', 'in-part', 'no', 'not-reviewed'];
  return (
    <div className="lr">
      <PageHeader
        title={say('{treaty} in the law of {place}', { treaty: textIn(language, props.short).text, place })}
        lead={say('Article by article, as judged by {date}.', { date: props.dayWords })}
        actions={<LinkButton address={href(props.csv)}>{t(say('Download CSV'))}</LinkButton>}
      >
        {demonstration && <DemonstrationMark />}
        <p>
          <a href={href(`/treaties/${treaty}`)}>
            <Foreign text={props.short} />
          </a>{' '}
          · <a href={href(`/areas/${state}`)}>{place}</a>
        </p>
      </PageHeader>
      {demonstration && <InventedNotice />}
      <form className="toolbar" method="get">
        <Field
          name="date"
          label={say('On this day')}
          type="date"
          defaultValue={props.day}
          min="1900-01-01"
          max="2100-12-31"
        />
        <Button type="submit">{t(say('Show'))}</Button>
      </form>
      <StatGrid>
        {kinds.map((kind) => (
          <Stat key={kind} label={coverageWords(kind)} value={formats.number(totals[kind])} />
        ))}
      </StatGrid>
      <Table
        caption={say('Articles that ask States for legislation')}
        rows={rows}
        rowKey={({ number }) => number}
        columns={[
          {
            id: 'article',
            label: say('Article'),
            heading: true,
            cell: ({ number, heading }) => (
              <a
                id={`art-${number.replaceAll(' ', '')}`}
                href={href(`/legislation/compare?treaty=${treaty}&article=${encodeURIComponent(number)}&one=${state}`)}
              >
                {number}
                {heading !== undefined && (
                  <>
                    {' '}
                    <Foreign text={heading} />
                  </>
                )}
              </a>
            ),
          },
          { id: 'coverage', label: say('Coverage'), cell: ({ coverage }) => <CoverageWord coverage={coverage} /> },
          {
            id: 'provisions',
            label: say('Provisions and gaps'),
            cell: ({ entries, gaps }) => (
              <>
                <JudgedList entries={entries} />
                {gaps.length > 0 && (
                  <p className="muted">
                    {t(say('Without provision: {paragraphs}', { paragraphs: formats.list(gaps) }))}
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
