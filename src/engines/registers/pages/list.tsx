import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  EmptyState,
  LinkButton,
  Notice,
  PageHeader,
  Pagination,
  usePage,
  withQuery,
} from '#kernel/ui/browser.ts';
import { Filters, type FacetView } from './parts/filters.tsx';
import { RecordLine, type RecordLineView } from './parts/record-line.tsx';

export interface ListProps {
  readonly register: { readonly id: string; readonly title: Text; readonly one: Text; readonly about: Text };
  readonly words: string;
  readonly sort: string;
  readonly sorts: readonly { readonly value: string; readonly label: Text }[];
  readonly facets: readonly FacetView[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly records: readonly RecordLineView[];
  /** Invented records that fit as well; they are in no count of the real ones. */
  readonly demonstration: { readonly total: number; readonly shown: boolean };
  readonly may: { readonly create: boolean; readonly import: boolean };
  /** Whether anything at all is in the register for this reader. */
  readonly empty: boolean;
}

/** The list of a register: words, filters with counts, order, and the same selection to take away. */
export default function ListPage(props: ListProps): ReactNode {
  const { t, href, context } = usePage();
  const { register, total, records, page, size, may, demonstration } = props;
  const path = `/registers/${register.id}`;
  const here = href(path);
  return (
    <div className="rg">
      <PageHeader
        title={register.title}
        lead={register.about}
        actions={
          <>
            {may.create && (
              <LinkButton path={`${path}/new`} small>
                {t(say('Add a record'))}
              </LinkButton>
            )}
            {may.import && (
              <LinkButton path={`${path}/import`} small tone="secondary">
                {t(say('Import a file'))}
              </LinkButton>
            )}
          </>
        }
      />
      {demonstration.shown && (
        <Notice tone="warn" title={say('Invented records')}>
          <p>
            {t(
              say('These records were made up to try the platform out with. None of them is in a count of real ones.'),
            )}
          </p>
          <p>
            <a href={withQuery(here, context.query, { demonstration: '', page: '' })}>
              {t(say('Show the real records'))}
            </a>
          </p>
        </Notice>
      )}
      <WordsForm {...props} path={path} />
      <div className="rg-columns">
        <Filters path={path} facets={props.facets} keep={keptOf(props)} />
        <div className="rg-results">
          {total === 0 ? (
            <Nothing {...props} path={path} />
          ) : (
            <>
              <ol className="rg-list" start={(page - 1) * size + 1}>
                {records.map((record) => (
                  <RecordLine key={record.path} record={record} />
                ))}
              </ol>
              <Pagination
                page={page}
                size={size}
                total={total}
                address={(number) => withQuery(here, context.query, { page: String(number) })}
              />
            </>
          )}
          {!demonstration.shown && demonstration.total > 0 && total > 0 && (
            <ToInvented count={demonstration.total} here={here} />
          )}
          <TakeAway register={register.id} />
        </div>
      </div>
    </div>
  );
}

/** What the forms of the page hand on to each other. */
function keptOf({ words, sort, sorts, demonstration }: ListProps): Readonly<Record<string, string>> {
  return {
    ...(words !== '' && { q: words }),
    ...(sort !== sorts[0]?.value && { sort }),
    ...(demonstration.shown && { demonstration: 'only' }),
  };
}

function WordsForm(props: ListProps & { path: string }): ReactNode {
  const { t, href } = usePage();
  const { words, sort, sorts, path, facets, demonstration } = props;
  return (
    <search>
      <form className="rg-search" method="get" action={href(path)}>
        <div className="rg-search-words">
          <label className="label" htmlFor="rg-words">
            {t(say('Words, names or numbers'))}
          </label>
          <input className="input" type="search" id="rg-words" name="q" defaultValue={words} />
        </div>
        <div>
          <label className="label" htmlFor="rg-sort">
            {t(say('Order'))}
          </label>
          <div className="select">
            <select id="rg-sort" name="sort" defaultValue={sort}>
              {sorts.map(({ value, label }) => (
                <option key={value} value={value}>
                  {t(label)}
                </option>
              ))}
            </select>
          </div>
        </div>
        {facets.flatMap(({ id, values }) =>
          values
            .filter(({ chosen }) => chosen)
            .map(({ value }) => <input key={`${id} ${value}`} type="hidden" name={`filter[${id}]`} value={value} />),
        )}
        {demonstration.shown && <input type="hidden" name="demonstration" value="only" />}
        <Button tone="secondary" icon="search">
          {t(say('Search'))}
        </Button>
      </form>
    </search>
  );
}

function Nothing(props: ListProps & { path: string }): ReactNode {
  const { t, href, context } = usePage();
  const { empty, demonstration, may, path } = props;
  if (demonstration.total > 0 && !demonstration.shown)
    return (
      <EmptyState
        title={empty ? say('No real record yet') : say('Nothing fits this choice')}
        action={
          <LinkButton tone="secondary" address={withQuery(href(path), context.query, { demonstration: 'only' })}>
            {t(
              say('{count, plural, one {Look at # invented record} other {Look at # invented records}}', {
                count: demonstration.total,
              }),
            )}
          </LinkButton>
        }
      >
        <p>{t(say('Invented records show how this register works; they are never counted among the real ones.'))}</p>
      </EmptyState>
    );
  if (empty)
    return (
      <EmptyState
        title={say('Nothing is published here yet')}
        action={may.create && <LinkButton path={`${path}/new`}>{t(say('Add a record'))}</LinkButton>}
      >
        <p>{t(say('Records show here when they have been checked and published.'))}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={say('Nothing fits this choice')}
      action={
        <LinkButton tone="secondary" path={path}>
          {t(say('Show everything'))}
        </LinkButton>
      }
    >
      <p>{t(say('Take a word or a filter away, or look for the beginning of a word: traffick*.'))}</p>
    </EmptyState>
  );
}

function ToInvented({ count, here }: { count: number; here: string }): ReactNode {
  const { t, context } = usePage();
  return (
    <p className="hint">
      <a href={withQuery(here, context.query, { demonstration: 'only', page: '' })}>
        {t(say('{count, plural, one {# invented record fits too} other {# invented records fit too}}', { count }))}
      </a>
    </p>
  );
}

/** The same selection as files and as a feed. */
function TakeAway({ register }: { register: string }): ReactNode {
  const { t, context } = usePage();
  const address = (format: string): string =>
    withQuery(`/api/v1/registers/${register}/records`, context.query, { format, page: '' });
  return (
    <p className="rg-take-away">
      <span>{t(say('Take this selection away:'))}</span>{' '}
      <a href={address('csv')} download>
        CSV
      </a>{' '}
      <a href={address('xlsx')} download>
        Excel
      </a>{' '}
      <a href={address('jsonld')} download>
        JSON-LD
      </a>{' '}
      <a href={withQuery(`/api/v1/registers/${register}/feed.atom`, context.query, { page: '' })}>
        {t(say('Follow changes (Atom)'))}
      </a>
    </p>
  );
}
