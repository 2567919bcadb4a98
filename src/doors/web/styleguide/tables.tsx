import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { DescriptionList, Diff, Pagination, Section, Stat, StatGrid, Table, usePage } from '#kernel/ui/browser.ts';
import { Specimen } from './specimen.tsx';
import { examples } from './examples.ts';

export function Tables(): ReactNode {
  const { t, href, formats } = usePage();
  return (
    <Section title={say('Figures and records')}>
      <Specimen name="<Stat> in <StatGrid>">
        <StatGrid>
          <Stat
            label={say('Persons held')}
            value={formats.number(11_500_000)}
            unit={say('persons')}
            note={t(say('Invented example'))}
          />
          <Stat label={say('Unsentenced')} value={formats.percent(31.5)} note={t(say('Invented example'))} />
        </StatGrid>
      </Specimen>
      <Specimen name="<Table sorting={…}>">
        <Table
          caption={say('Persons held, invented example')}
          rows={examples}
          rowKey={({ code }) => code}
          sorting={{ by: '-held', columns: ['name', 'held'], address: (by) => `${href('/styleguide')}?sort=${by}` }}
          columns={[
            { id: 'name', label: say('Country or area'), heading: true, cell: ({ name }) => t(name) },
            { id: 'year', label: say('Year'), numeric: true, cell: ({ year }) => year },
            { id: 'held', label: say('Persons held'), numeric: true, cell: ({ held }) => formats.number(held) },
            { id: 'share', label: say('Unsentenced'), numeric: true, cell: ({ share }) => formats.percent(share) },
          ]}
        />
        <Pagination page={3} size={20} total={240} address={() => href('/styleguide')} />
      </Specimen>
      <Specimen name="<DescriptionList>">
        <DescriptionList
          items={[
            { term: say('Released'), value: formats.date('2026-11-22') },
            { term: say('Observations'), value: formats.number(65_797) },
          ]}
        />
      </Specimen>
      <Specimen name="<Diff>">
        <Diff
          caption={say('What changed')}
          changes={[
            { field: say('Persons held'), before: formats.number(9120), after: formats.number(9210) },
            { field: say('Note'), after: t(say('corrected by the State')) },
          ]}
        />
      </Specimen>
    </Section>
  );
}
