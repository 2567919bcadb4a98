import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, EmptyState, Field, PageHeader, Section, usePage } from '#kernel/ui/browser.ts';

export interface PlacesProps {
  readonly query: string;
  readonly regions: readonly {
    readonly id: string;
    readonly name: string;
    readonly countries: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** Every country and area, by region, with a filter that works without script. */
export default function PlacesPage({ query, regions }: PlacesProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <PageHeader
        title={say('Countries and areas')}
        lead={say('One page for each: statistics, and what the yearly reports say of it.')}
        actions={<a href={href('/areas/WORLD')}>{t(say('The world'))}</a>}
      />
      <form method="get" className="toolbar" role="search">
        <Field name="q" label={say('Name or code, in any of the six languages')} defaultValue={query} type="search" />
        <Button type="submit" icon="search">
          {t(say('Find'))}
        </Button>
      </form>
      {regions.length === 0 && (
        <EmptyState title={say('No country or area has this name')}>
          {t(say('Try another spelling, another language, or an ISO code.'))}
        </EmptyState>
      )}
      {regions.map(({ id, name, countries }) => (
        <Section key={id} title={name} actions={<a href={href(`/areas/${id}`)}>{t(say('Region'))}</a>}>
          <ul className="columns">
            {countries.map((country) => (
              <li key={country.id}>
                <a href={href(`/areas/${country.id}`)}>{country.name}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
