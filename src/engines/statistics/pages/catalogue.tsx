import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Button, DemonstrationMark, EmptyState, LinkButton, PageHeader, Rich, usePage } from '#kernel/ui/browser.ts';
import type { CatalogueEntry } from '../explore/catalogue.ts';
import { JsonLd } from './parts/json-ld.tsx';

export interface CatalogueProps {
  readonly entries: readonly CatalogueEntry[];
  /** Number of flows before the filter. */
  readonly all: number;
  readonly themes: readonly { readonly id: string; readonly name: Text; readonly count: number }[];
  readonly filter: { readonly words: string; readonly theme: string };
  /** SDMX-CSV of everything, by flow. */
  readonly csv: Readonly<Record<string, string>>;
}

/** Every flow of figures that the visitor may see. */
export default function CataloguePage(props: CatalogueProps): ReactNode {
  const { t, href, context } = usePage();
  const { entries, all } = props;
  return (
    <>
      <PageHeader
        title={say('Data')}
        lead={say(
          'Released figures, each with the way back to the row it came from. Explore them here, or take them away in open formats.',
        )}
      />
      {all === 0 ? (
        <EmptyState
          title={say('Nothing is released yet')}
          action={<LinkButton path="/work/imports">{t(say('Import a file'))}</LinkButton>}
        >
          {t(say('Figures appear here when a file has been imported, checked, accepted and released.'))}
        </EmptyState>
      ) : (
        <>
          <CatalogueFilter {...props} />
          {entries.length === 0 && (
            <EmptyState
              title={say('Nothing fits this search')}
              action={
                <LinkButton path="/data" tone="secondary">
                  {t(say('Show everything'))}
                </LinkButton>
              }
            />
          )}
          <ul className="st-catalogue">
            {entries.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} csv={props.csv[entry.id]} />
              </li>
            ))}
          </ul>
          <p className="hint">
            <Rich
              text={say('Programs read the same figures through <a>SDMX</a>.')}
              parts={{ a: (words) => <a href="/sdmx/v2/structure/dataflow/*/*/*">{words}</a> }}
            />
          </p>
        </>
      )}
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'DataCatalog',
          name: 'Mandata',
          url: `${context.origin}${href('/data')}`,
          dataset: entries.map(({ id, name }) => ({
            '@type': 'Dataset',
            name: t(name),
            url: `${context.origin}${href(`/data/${id}`)}`,
          })),
        }}
      />
    </>
  );
}

function CatalogueFilter({ themes, filter }: CatalogueProps): ReactNode {
  const { t, href } = usePage();
  return (
    <form
      className="st-search"
      role="search"
      method="get"
      action={href('/data')}
      aria-label={t(say('Search the data'))}
    >
      <div className="st-field">
        <label className="label" htmlFor="data-words">
          {t(say('Words'))}
        </label>
        <input className="input" type="search" id="data-words" name="q" defaultValue={filter.words} />
      </div>
      {themes.length > 1 && (
        <div className="st-field">
          <label className="label" htmlFor="data-theme">
            {t(say('Theme'))}
          </label>
          <div className="select">
            <select id="data-theme" name="theme" defaultValue={filter.theme}>
              <option value="">{t(say('All themes'))}</option>
              {themes.map(({ id, name, count }) => (
                <option key={id} value={id}>
                  {t(say('{name} ({count})', { name: t(name), count }))}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      <Button tone="secondary" icon="search">
        {t(say('Search'))}
      </Button>
    </form>
  );
}

function Entry({ entry, csv }: { entry: CatalogueEntry; csv: string | undefined }): ReactNode {
  const { t, href, formats } = usePage();
  const { id, span } = entry;
  return (
    <article className="st-entry" aria-labelledby={`flow-${id}`}>
      <div>
        <h2 id={`flow-${id}`}>
          <a href={href(`/data/${id}`)}>{t(entry.name)}</a> {entry.demonstration && <DemonstrationMark />}
        </h2>
        {entry.description !== undefined && <p className="st-entry-text">{t(entry.description)}</p>}
        <p className="st-entry-links">
          <LinkButton path={`/data/${id}/explore`} small>
            {t(say('Explore'))}
          </LinkButton>
          <a href={href(`/data/${id}/releases/${entry.release}`)}>{t(say('About the release'))}</a>
          {csv !== undefined && (
            <a href={csv} download>
              {t(say('Everything as CSV'))}
            </a>
          )}
        </p>
      </div>
      <dl className="st-facts">
        <Fact term={say('Figures')} value={formats.number(entry.observations)} />
        {entry.areas > 0 && <Fact term={say('Places')} value={formats.number(entry.areas)} />}
        {span !== undefined && (
          <Fact term={say('Time')} value={span[0] === span[1] ? span[0] : `${span[0]}–${span[1]}`} />
        )}
        <Fact
          term={say('Release')}
          value={t(
            say('{number}, {date}', {
              number: entry.release,
              date: formats.date(entry.releasedAt, { day: 'numeric', month: 'short', year: 'numeric' }),
            }),
          )}
        />
      </dl>
    </article>
  );
}

function Fact({ term, value }: { term: Text; value: string }): ReactNode {
  const { t } = usePage();
  return (
    <div>
      <dt>{t(term)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
