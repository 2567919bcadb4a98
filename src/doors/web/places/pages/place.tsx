import type { ReactNode } from 'react';
import { say, type Language, type Text } from '#kernel/i18n/say.ts';
import type { PlaceBlock, PlacePart, PlaceStatement } from '#kernel/places/index.ts';
import {
  DemonstrationMark,
  EmptyState,
  Figure,
  Foreign,
  LinkButton,
  PageHeader,
  PlainTable,
  Section,
  ServerMarkup,
  Stat,
  StatGrid,
  usePage,
} from '#kernel/ui/browser.ts';

export interface PlaceProps {
  readonly id: string;
  readonly name: string;
  readonly kind: Text;
  readonly facts: readonly { readonly label: Text; readonly value: string; readonly path?: string }[];
  readonly parts: readonly PlacePart[];
  /** Regions that a country lies in, or countries of a region. */
  readonly related: readonly {
    readonly title: Text;
    readonly places: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** One page over all systems for a country, a region or the world. */
export default function PlacePage(props: PlaceProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <PageHeader title={props.name} kind={props.kind}>
        <p className="facts">
          {props.facts.map(({ label, value, path }) => (
            <span key={value}>
              {t(label)}: {path === undefined ? value : <a href={href(path)}>{value}</a>}
            </span>
          ))}
        </p>
      </PageHeader>
      {props.parts.length > 1 && (
        <nav className="toc" aria-label={t(say('On this page'))}>
          {props.parts.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {t(title)}
            </a>
          ))}
        </nav>
      )}
      {props.parts.length === 0 && (
        <EmptyState
          title={say('Nothing is on record for this place yet')}
          action={<LinkButton path="/data-files">{t(say('Where data files come from'))}</LinkButton>}
        >
          {t(say('Figures appear here as soon as a file that has them is imported, accepted and released.'))}
        </EmptyState>
      )}
      {props.parts.map((part) => (
        <Section key={part.id} id={part.id} title={part.title} {...(part.lead !== undefined && { lead: part.lead })}>
          {part.blocks.map((block, at) => block.kind !== 'chart' && <Block key={`${part.id}-${at}`} block={block} />)}
          <div className="figure-grid">
            {part.blocks.map((block, at) => block.kind === 'chart' && <Block key={`${part.id}-${at}`} block={block} />)}
          </div>
        </Section>
      ))}
      {props.related.map(({ title, places }) => (
        <Section key={t(title)} title={title}>
          <ul className="columns">
            {places.map(({ id, name }) => (
              <li key={id}>
                <a href={href(`/areas/${id}`)}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** More of them than this would push everything else off the page. */
const fewStatements = 20;

function Statements({ items }: { items: readonly PlaceStatement[] }): ReactNode {
  const { t } = usePage();
  return (
    <ul className="statements">
      {items.map(({ id, text, language, citation, year }) => (
        <li key={id} id={id}>
          <Foreign text={{ [language]: text } satisfies Partial<Record<Language, string>>} /> <cite>{citation}</cite>
          {year !== undefined && <span className="muted"> {t(say('({year})', { year }))}</span>}
        </li>
      ))}
    </ul>
  );
}

function Block(props: { block: PlaceBlock }): ReactNode {
  const { t, href } = usePage();
  const { block } = props;
  switch (block.kind) {
    case 'stats':
      return (
        <StatGrid>
          {block.items.map(({ label, value, unit, note, path, demonstration }) => (
            <Stat
              key={t(label)}
              label={label}
              value={value}
              {...(unit !== undefined && { unit })}
              {...(path !== undefined && { path })}
              note={
                <>
                  {note !== undefined && t(note)} {demonstration === true && <DemonstrationMark />}
                </>
              }
            />
          ))}
        </StatGrid>
      );
    case 'chart':
      return (
        <Figure
          title={block.title}
          unit={block.unit}
          source={block.source.map(({ label, path }) => (
            <a key={path} href={href(path)}>
              {t(label)}
            </a>
          ))}
          table={<PlainTable table={block.table} />}
        >
          <ServerMarkup html={block.svg} className="chart" />
        </Figure>
      );
    case 'statements':
      return (
        <>
          <Statements items={block.items.slice(0, fewStatements)} />
          {block.items.length > fewStatements && (
            <details>
              <summary>
                {t(
                  say('{count, plural, one {# more sentence} other {# more sentences}}', {
                    count: block.items.length - fewStatements,
                  }),
                )}
              </summary>
              <Statements items={block.items.slice(fewStatements)} />
            </details>
          )}
        </>
      );
    case 'links':
      return (
        <ul className="columns">
          {block.items.map(({ label, path }) => (
            <li key={path}>
              <a href={href(path)}>{t(label)}</a>
            </li>
          ))}
        </ul>
      );
  }
}
