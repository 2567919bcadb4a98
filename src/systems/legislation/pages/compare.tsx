import type { ReactNode } from 'react';
import { say, type Multilingual } from '#kernel/i18n/say.ts';
import {
  Button,
  DemonstrationMark,
  EmptyState,
  Field,
  Foreign,
  PageHeader,
  Section,
  Select,
  Table,
  usePage,
} from '#kernel/ui/browser.ts';
import { CoverageWord, type CoverageId } from './parts/coverage-word.tsx';
import { InventedNotice } from './parts/invented-notice.tsx';
import { JudgedList, type ShownJudgement } from './parts/judged-list.tsx';

export interface CompareProps {
  readonly treaty: string;
  readonly short: Multilingual;
  readonly article: string;
  readonly heading?: Multilingual;
  readonly day: string;
  readonly dayWords: string;
  readonly demonstration: boolean;
  readonly one: string;
  readonly other: string;
  readonly treaties: readonly { readonly value: string; readonly label: string }[];
  readonly articles: readonly { readonly value: string; readonly label: string }[];
  readonly states: readonly { readonly value: string; readonly label: string }[];
  /** The States that are compared: none, one or two. */
  readonly sides: readonly { readonly state: string; readonly place: string; readonly coverage: CoverageId }[];
  readonly rows: readonly { readonly paragraph: string; readonly sides: readonly (readonly ShownJudgement[])[] }[];
  /** Every State with a judgement on the article. */
  readonly all: readonly { readonly state: string; readonly place: string; readonly coverage: CoverageId }[];
}

/** One article of a treaty in the law of States: two side by side, and how far each of the others covers it. */
export default function ComparePage(props: CompareProps): ReactNode {
  const { t, href } = usePage();
  const { treaty, article, heading, sides, demonstration } = props;
  return (
    <div className="lr">
      <PageHeader
        title={say('Article {article} in national law', { article })}
        lead={say('As judged by {date}.', { date: props.dayWords })}
      >
        {demonstration && <DemonstrationMark />}
        <p>
          <a href={href(`/treaties/${treaty}#art-${article.replaceAll(' ', '')}`)}>
            <Foreign text={props.short} />
          </a>
          {heading !== undefined && (
            <>
              {' '}
              · <Foreign text={heading} />
            </>
          )}
        </p>
      </PageHeader>
      {demonstration && <InventedNotice />}
      <form className="toolbar" method="get">
        <Select name="treaty" label={say('Treaty')} defaultValue={treaty} choices={props.treaties} />
        <Select name="article" label={say('Article')} defaultValue={article} choices={props.articles} />
        <Select
          name="one"
          label={say('State')}
          defaultValue={props.one}
          choices={[{ value: '', label: say('Choose a State') }, ...props.states]}
        />
        <Select
          name="other"
          label={say('Compare with')}
          defaultValue={props.other}
          choices={[{ value: '', label: say('Choose a State') }, ...props.states]}
        />
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
      {sides.length > 0 && <Sides {...props} />}
      <Section title={say('All States with a judgement on this article')} id="all">
        {props.all.length === 0 ? (
          <EmptyState title={say('Nobody has judged this article yet')}>
            {t(say('Choose another article, or another treaty.'))}
          </EmptyState>
        ) : (
          <Table
            caption={say('All States with a judgement on this article')}
            captionHidden
            rows={props.all}
            rowKey={({ state }) => state}
            dense
            columns={[
              {
                id: 'state',
                label: say('State'),
                heading: true,
                cell: ({ state, place }) => <a href={href(`/legislation/coverage/${state}/${treaty}`)}>{place}</a>,
              },
              { id: 'coverage', label: say('Coverage'), cell: ({ coverage }) => <CoverageWord coverage={coverage} /> },
            ]}
          />
        )}
      </Section>
    </div>
  );
}

function Sides({ sides, rows, treaty }: CompareProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <div className="lr-sides">
        {sides.map(({ state, place, coverage }) => (
          <h2 key={state}>
            <a href={href(`/legislation/coverage/${state}/${treaty}`)}>{place}</a> <CoverageWord coverage={coverage} />
          </h2>
        ))}
      </div>
      {rows.map(({ paragraph, sides: own }) => (
        <section key={paragraph} className="section">
          <h3>
            {paragraph === '' ? t(say('The article as a whole')) : t(say('Paragraph {paragraph}', { paragraph }))}
          </h3>
          <div className="lr-sides">
            {own.map((entries, at) => (
              <div key={sides[at]?.state}>
                <p className="visually-hidden">{sides[at]?.place}</p>
                {entries.length === 0 ? (
                  <p className="muted">{t(say('No judgement.'))}</p>
                ) : (
                  <JudgedList entries={entries} hideParagraph />
                )}
              </div>
            ))}
          </div>
        </section>
      ))}
      {rows.length === 0 && (
        <p className="muted">{t(say('Nobody has judged this article for these States by that day.'))}</p>
      )}
    </>
  );
}
