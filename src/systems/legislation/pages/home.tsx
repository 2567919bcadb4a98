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
  Table,
  usePage,
} from '#kernel/ui/browser.ts';
import { InventedNotice } from './parts/invented-notice.tsx';

export interface HomeProps {
  readonly demonstration: boolean;
  readonly treaties: readonly { readonly value: string; readonly label: string }[];
  readonly states: readonly { readonly value: string; readonly label: string; readonly laws: number }[];
  readonly laws: number;
}

/** Where a reader of national law begins: a State and a treaty, one article in two States, or a State's laws. */
export default function HomePage({ demonstration, treaties, states, laws }: HomeProps): ReactNode {
  const { t, href, formats, context } = usePage();
  const lead: Text = say(
    'Which provision of which State answers to which article of a treaty, how far, and since when.',
  );
  return (
    <div className="lr">
      <PageHeader
        title={say('Laws by treaty article')}
        lead={lead}
        actions={
          <>
            <LinkButton path="/registers/laws">{t(say('Search all laws'))}</LinkButton>
            {context.actor.signedIn && <LinkButton path="/legislation/import">{t(say('Import a law'))}</LinkButton>}
          </>
        }
      >
        {demonstration && <DemonstrationMark />}
      </PageHeader>
      {demonstration && <InventedNotice />}
      {states.length === 0 ? (
        <EmptyState title={say('No laws are on record yet')}>
          {t(say('They appear here as soon as laws, their provisions and a judgement are published.'))}
        </EmptyState>
      ) : (
        <>
          <Section title={say('A treaty in the law of a State')} id="coverage">
            <form className="toolbar" method="get" action={href('/legislation/coverage')}>
              <Select name="state" label={say('State')} choices={states} />
              <Select name="treaty" label={say('Treaty')} choices={treaties} />
              <Button type="submit">{t(say('Show'))}</Button>
            </form>
          </Section>
          <Section title={say('One article in two States')} id="compare">
            <p>
              <LinkButton path="/legislation/compare">{t(say('Compare two States'))}</LinkButton>
            </p>
          </Section>
          <Section
            title={say('Laws by State')}
            id="states"
            lead={say('{n, plural, one {# law} other {# laws}} in all.', { n: laws })}
          >
            <Table
              caption={say('Laws by State')}
              captionHidden
              dense
              rows={states}
              rowKey={({ value }) => value}
              columns={[
                {
                  id: 'state',
                  label: say('State'),
                  heading: true,
                  cell: ({ value, label }) => <a href={href(`/registers/laws?jurisdiction=${value}`)}>{label}</a>,
                },
                { id: 'laws', label: say('Laws'), numeric: true, cell: (state) => formats.number(state.laws) },
              ]}
            />
          </Section>
        </>
      )}
    </div>
  );
}
