import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Citation, Figure, Section, Table, usePage } from '#kernel/ui/browser.ts';
import { examples } from './examples.ts';
import { Specimen } from './specimen.tsx';

export function Figures(): ReactNode {
  const { t, formats } = usePage();
  const most = Math.max(...examples.map(({ share }) => share));
  return (
    <Section title={say('Charts and citations')}>
      <Specimen name="<Figure>">
        <Figure
          title={say('Nearly two thirds of those held in Southland are unsentenced')}
          unit={say('per cent of all persons held')}
          source={t(say('Invented example'))}
          notes={[say('Places and figures are invented.')]}
          downloads={[
            { label: 'CSV', address: '#main' },
            { label: 'SVG', address: '#main' },
          ]}
          table={
            <Table
              caption={say('The same figures')}
              captionHidden
              rows={examples}
              rowKey={({ code }) => code}
              columns={[
                { id: 'name', label: say('Country or area'), heading: true, cell: ({ name }) => t(name) },
                { id: 'share', label: say('Unsentenced'), numeric: true, cell: ({ share }) => formats.percent(share) },
              ]}
            />
          }
        >
          <svg viewBox="0 0 480 96" role="img" aria-label={t(say('Bars of the shares in the table below'))}>
            {examples.map(({ code, share }, index) => (
              <rect
                key={code}
                x="0"
                y={index * 32}
                width={(share / most) * 480}
                height="24"
                fill={`var(--chart-series-${index + 1})`}
              />
            ))}
          </svg>
        </Figure>
      </Specimen>
      <Specimen name="<Citation>">
        <Citation text={t(say('Mandata, Persons held in prison, release 4, 22 November 2026.'))} />
      </Specimen>
    </Section>
  );
}
