import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Card, CardGrid, DemonstrationMark, EmptyState, PageHeader, usePage } from '#kernel/ui/browser.ts';

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

/** Every indicator with its latest figure for the world. */
export default function IndicatorListPage(props: { indicators: readonly IndicatorCard[] }): ReactNode {
  const { t, formats } = usePage();
  return (
    <>
      <PageHeader
        title={say('Indicators')}
        lead={say(
          'Measures calculated from released data, each with its formula, its coverage and the rows behind every figure.',
        )}
      />
      {props.indicators.length === 0 && <EmptyState title={say('No indicators are defined')} />}
      <CardGrid>
        {props.indicators.map((indicator) => {
          const digits = { minimumFractionDigits: indicator.decimals, maximumFractionDigits: indicator.decimals };
          const { world } = indicator;
          return (
            <Card
              key={indicator.id}
              title={indicator.title}
              path={`/indicators/${encodeURIComponent(indicator.id)}`}
              {...(indicator.framework !== undefined && { kind: indicator.framework })}
              meta={
                <>
                  {world === undefined
                    ? t(say('No figure for the world'))
                    : t(
                        say('World, {period}: {value} {unit}', {
                          period: world.period,
                          value: formats.number(world.value, digits),
                          unit: t(indicator.unit),
                        }),
                      )}
                  {' · '}
                  {t(say('{n, plural, one {# country} other {# countries}}', { n: indicator.countries }))}{' '}
                  {indicator.demonstration && <DemonstrationMark />}
                </>
              }
            >
              {t(indicator.description)}
            </Card>
          );
        })}
      </CardGrid>
    </>
  );
}
