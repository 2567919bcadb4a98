import type { ReactNode } from 'react';
import { directionOf } from '#kernel/i18n/browser.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import type { SearchAnswer, SearchHit } from '#kernel/search/index.ts';
import {
  Button,
  DemonstrationMark,
  EmptyState,
  LinkButton,
  PageHeader,
  Pagination,
  Section,
  Tabs,
  usePage,
} from '#kernel/ui/browser.ts';

export interface SearchProps extends SearchAnswer {
  readonly text: string;
  readonly kind: string;
  readonly page: number;
  readonly size: number;
  readonly labels: Readonly<Record<string, Message>>;
  /** Whether the reader can save this search. */
  readonly savable: boolean;
}

export default function Search(props: SearchProps): ReactNode {
  const { t, href } = usePage();
  const { text, kind, page, size, total, hits, kinds, labels, demonstration } = props;
  const address = (more: Record<string, string>): string =>
    `${href('/search')}?${new URLSearchParams({ q: text, ...more })}`;
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader title={say('Search')} />
      <form className="search-inline narrow" action={href('/search')} method="get">
        <label className="label" htmlFor="q">
          {t(say('Words, names or codes'))}
        </label>
        <div className="input-row">
          <input className="input" id="q" name="q" type="search" defaultValue={text} />
          <Button>{t(say('Search'))}</Button>
        </div>
      </form>
      <p className="hint">
        {text === '' &&
          t(say('A country, an indicator, a code such as 16.3.2. Words in quotation marks are found together.'))}{' '}
        <a href={href('/search/help')}>{t(say('How to search'))}</a>
      </p>
      <Notes {...props} />
      {kinds.length > 1 && (
        <Tabs
          label={say('Kinds of result')}
          current={kind}
          tabs={[
            { id: '', label: say('All'), address: address({}), count: all },
            ...kinds.map((one) => ({
              id: one.kind,
              label: labels[one.kind] ?? one.kind,
              address: address({ kind: one.kind }),
              count: one.count,
            })),
          ]}
        />
      )}
      {text !== '' && hits.length === 0 && demonstration.length === 0 && <NothingFound />}
      {hits.length > 0 && (
        <ol className="hits" start={(page - 1) * size + 1}>
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} label={labels[hit.kind] ?? hit.kind} />
          ))}
        </ol>
      )}
      {props.savable && text !== '' && (
        <form method="post" action={href('/account/searches')}>
          <input type="hidden" name="q" value={text} />
          <input type="hidden" name="kind" value={kind} />
          <Button tone="secondary" small>
            {t(say('Save this search'))}
          </Button>
        </form>
      )}
      {total > 0 && (
        <Pagination
          page={page}
          size={size}
          total={total}
          address={(number) => address({ ...(kind !== '' && { kind }), page: String(number) })}
        />
      )}
      {demonstration.length > 0 && (
        <Section title={say('In the demonstration data')} lead={say('Invented, and counted nowhere.')}>
          <ol className="hits">
            {demonstration.map((hit) => (
              <Hit key={hit.id} hit={hit} label={labels[hit.kind] ?? hit.kind} />
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

/** What was made of the query where it was not taken as written. */
function Notes({ matched, hints, spelling }: SearchProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      {hints.map(({ code, message }) => (
        <p key={code} className="hint">
          {t(message)}
        </p>
      ))}
      {spelling !== undefined && (
        <p>
          <a href={`${href('/search')}?${new URLSearchParams({ q: spelling })}`}>
            {t(say('Did you mean “{words}”?', { words: spelling }))}
          </a>
        </p>
      )}
      {matched === 'beginning' && (
        <p>{t(say('Nothing has all these words. The results have a word that begins like the last one.'))}</p>
      )}
      {matched === 'some' && <p>{t(say('Nothing has all these words. The results have some of them.'))}</p>}
    </>
  );
}

function NothingFound(): ReactNode {
  const { t } = usePage();
  return (
    <EmptyState
      title={say('Nothing found')}
      action={
        <LinkButton tone="secondary" path="/">
          {t(say('To the front page'))}
        </LinkButton>
      }
    >
      <p>{t(say('Try fewer or other words, or the name in another language.'))}</p>
    </EmptyState>
  );
}

function Hit({ hit, label }: { hit: SearchHit; label: Message | string }): ReactNode {
  const { t, href } = usePage();
  return (
    <li className="hit">
      <p className="kicker">
        {t(label)} {hit.demonstration && <DemonstrationMark />}
      </p>
      <h2 className="hit-title">
        <a href={href(hit.path)} lang={hit.titleLanguage} dir={directionOf(hit.titleLanguage)}>
          {hit.title}
        </a>
      </h2>
      {hit.snippet !== undefined && <Snippet {...hit.snippet} />}
    </li>
  );
}

/** The piece of text with its matches marked. */
function Snippet({ text, language, marks }: NonNullable<SearchHit['snippet']>): ReactNode {
  const pieces = marks.flatMap(([start, end], index) => [
    text.slice(marks[index - 1]?.[1] ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <p className="hit-text" lang={language} dir={directionOf(language)}>
      {pieces}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </p>
  );
}
