import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Card, CardGrid, DemonstrationMark, EmptyState, PageHeader, Section, usePage } from '#kernel/ui/browser.ts';

export interface IndicatorCard {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly framework?: Text;
  readonly unit: Text;
  readonly decimals: number;
  /** The world's latest figure, where the coverage allows one. */
  readonly world?: { readonly value: number; readonly period: string };
  readonly countries: number;
  readonly demonstration: boolean;
}

/** Every indicator with its latest figure for the world; those of invented data apart. */
export default function IndicatorListPage({ indicators }: { indicators: readonly IndicatorCard[] }): ReactNode {
  const real = indicators.filter(({ demonstration }) => !demonstration);
  const invented = indicators.filter(({ demonstration }) => demonstration);
  return (
    <>
      <PageHeader
        title={say('Indicators')}
        lead={say(
          'Measures calculated from released data, each with its formula, its coverage and the rows behind every figure.',
        )}
      />
      {indicators.length === 0 && <EmptyState title={say('No indicators are defined')} />}
      <Cards indicators={real} />
      {invented.length > 0 && (
        <Section
          title={say('Demonstration')}
          lead={say('The same measures over invented figures. They say nothing about any country.')}
        >
          <Cards indicators={invented} />
        </Section>
      )}
    </>
  );
}

function Cards({ indicators }: { indicators: readonly IndicatorCard[] }): ReactNode {
  const { t, formats } = usePage();
  return (
    <CardGrid>
      {indicators.map(({ id, title, description, framework, unit, decimals, world, countries, demonstration }) => {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        return (
          <Card
            key={id}
            title={title}
            path={`/indicators/${encodeURIComponent(id)}`}
            {...(framework !== undefined && { kind: framework })}
            meta={
              <>
                {world === undefined
                  ? t(say('No figure for the world'))
                  : t(
                      say('World, {period}: {value} {unit}', {
                        period: world.period,
                        value: formats.number(world.value, digits),
                        unit: t(unit),
                      }),
                    )}
                {' · '}
                {t(say('{n, plural, one {# country} other {# countries}}', { n: countries }))}{' '}
                {demonstration && <DemonstrationMark />}
              </>
            }
          >
            {t(description)}
          </Card>
        );
      })}
    </CardGrid>
  );
}
