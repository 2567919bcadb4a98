import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Card,
  CardGrid,
  DemonstrationMark,
  EmptyState,
  LinkButton,
  Section,
  ServerMarkup,
  Figure,
  Stat,
  StatGrid,
  usePage,
} from '#kernel/ui/browser.ts';
import type { Download } from '#kernel/ui/browser.ts';

export interface FrontFigure {
  readonly label: Text;
  /** Written out, in the visitor's language. */
  readonly value: string;
  readonly unit?: Text;
  /** Source and period; the figure leads there. */
  readonly note: Text;
  readonly path: string;
  readonly demonstration?: boolean;
}

export interface FrontEntry {
  readonly kind?: Text;
  readonly title: Text;
  readonly path: string;
  readonly text?: Text;
  readonly meta?: Text;
  readonly demonstration?: boolean;
}

export interface FrontProps {
  readonly figures: readonly FrontFigure[];
  /** A map or chart that the server drew. */
  readonly map?: {
    readonly title: Text;
    readonly unit?: Text;
    readonly svg: string;
    readonly source: Text;
    readonly notes: readonly Text[];
    readonly path: string;
    readonly downloads: readonly Download[];
    readonly demonstration?: boolean;
  };
  readonly topics: readonly FrontEntry[];
  readonly releases: readonly FrontEntry[];
  /** Where a person with the right to it brings a data file in; absent for everyone else. */
  readonly importPath?: string;
}

export default function Front({ figures, map, topics, releases, importPath }: FrontProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <div className="hero">
        <h1>{t(say('Crime and justice in figures that lead back to their source'))}</h1>
        <p className="lead">
          {t(
            say(
              'What States report, checked, accepted and released. Every number opens the row, the file and the decision behind it.',
            ),
          )}
        </p>
        <form
          className="hero-search"
          role="search"
          aria-label={t(say('From the front page'))}
          action={href('/search')}
          method="get"
        >
          <label className="visually-hidden" htmlFor="front-search">
            {t(say('Search the whole site'))}
          </label>
          <input
            className="input"
            id="front-search"
            name="q"
            type="search"
            placeholder={t(say('A country, an indicator, a code'))}
          />
          <button className="button button-primary" type="submit">
            {t(say('Search'))}
          </button>
        </form>
      </div>
      {figures.length > 0 && (
        <StatGrid>
          {figures.map(({ label, value, unit, note, path, demonstration }) => (
            <Stat
              key={t(label)}
              label={label}
              value={value}
              path={path}
              {...(unit !== undefined && { unit })}
              note={
                <>
                  {t(note)} {demonstration === true && <DemonstrationMark />}
                </>
              }
            />
          ))}
        </StatGrid>
      )}
      {map !== undefined && (
        <Figure
          title={map.title}
          {...(map.unit !== undefined && { unit: map.unit })}
          source={t(map.source)}
          notes={map.notes}
          downloads={map.downloads}
          marks={map.demonstration === true && <DemonstrationMark />}
          release={<a href={href(map.path)}>{t(say('Explore these figures'))}</a>}
        >
          <ServerMarkup html={map.svg} />
        </Figure>
      )}
      <Section title={say('What is here')}>
        <Entries entries={topics} />
      </Section>
      <Section title={say('Latest releases')} actions={<a href={href('/data')}>{t(say('All releases'))}</a>}>
        {releases.length === 0 ? (
          <EmptyState
            title={say('Nothing is released yet')}
            action={
              <LinkButton tone="secondary" path={importPath ?? '/data-files'}>
                {importPath === undefined ? t(say('Where data files come from')) : t(say('Bring in a data file'))}
              </LinkButton>
            }
          >
            <p>{t(say('A release appears here when a data file has been brought in, checked and accepted.'))}</p>
          </EmptyState>
        ) : (
          <Entries entries={releases} />
        )}
      </Section>
      {importPath !== undefined && releases.length > 0 && (
        <Section title={say('Your data')}>
          <div className="actions">
            <LinkButton path={importPath}>{t(say('Bring in a data file'))}</LinkButton>
            <a href={href('/data-files')}>{t(say('Where data files come from'))}</a>
          </div>
        </Section>
      )}
    </>
  );
}

function Entries({ entries }: { entries: readonly FrontEntry[] }): ReactNode {
  const { t } = usePage();
  return (
    <CardGrid>
      {entries.map(({ kind, title, path, text, meta, demonstration }) => (
        <Card
          key={path}
          title={title}
          path={path}
          {...(kind !== undefined && { kind })}
          meta={
            (meta !== undefined || demonstration === true) && (
              <>
                {meta !== undefined && t(meta)} {demonstration === true && <DemonstrationMark />}
              </>
            )
          }
        >
          {text !== undefined && <p>{t(text)}</p>}
        </Card>
      ))}
    </CardGrid>
  );
}
