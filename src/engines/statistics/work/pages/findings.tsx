import type { ReactNode } from 'react';
import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  DemonstrationMark,
  EmptyState,
  Field,
  LinkButton,
  PageHeader,
  Pagination,
  Select,
  Table,
  Tag,
  usePage,
  withQuery,
} from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import type { Standing, WorkFilter } from '../findings/filter.ts';
import { KeyHints, useKeys } from './keys.tsx';
import { SeverityMark } from './severity.tsx';
import { severityWords, standingWords } from './words.ts';

interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly label?: Text;
}

export interface FindingsProps {
  readonly filter: WorkFilter;
  readonly sort: string;
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly facets: Readonly<Record<'flow' | 'rule' | 'severity' | 'area' | 'year' | 'standing', readonly FacetValue[]>>;
  /** State of the reader, where there is one. */
  readonly ownState?: string;
  readonly visitor: boolean;
  readonly findings: readonly {
    readonly id: number;
    readonly severity: Severity;
    readonly rule: string;
    readonly said: Message;
    readonly row: number | null;
    readonly standing: Standing | null;
    readonly demonstration: boolean;
    readonly area: string;
    readonly figure: string;
    readonly period: string;
  }[];
}

/** The workbench: every finding that the reader may see, narrowed down by what there is. */
export default function Findings(props: FindingsProps): ReactNode {
  const { t, href, context } = usePage();
  const { total, findings, facets, page, size, sort, filter } = props;
  const path = href('/work/findings');
  const keys = useKeys('.work-finding-link');
  const filtered = Object.keys(filter).some((name) => name !== 'all' && name !== 'state');
  const threads = facets.standing.length > 0;
  const own = withQuery('', context.query, { done: '' });
  return (
    <div className="work">
      <PageHeader
        title={say('Findings')}
        lead={say(
          'What the rules found in the figures that came in. The State whose figure it is explains or corrects it; the office decides.',
        )}
        actions={
          <>
            <LinkButton
              tone="secondary"
              small
              icon="download"
              address={withQuery(href('/work/findings.csv'), context.query, {})}
              download
            >
              {t(say('CSV'))}
            </LinkButton>
            <LinkButton
              tone="secondary"
              small
              icon="download"
              address={withQuery(href('/work/findings.xlsx'), context.query, {})}
              download
            >
              {t(say('Excel'))}
            </LinkButton>
          </>
        }
      />
      <FilterForm {...props} />
      {total === 0 ? (
        <Nothing filtered={filtered} visitor={props.visitor} />
      ) : (
        <>
          <KeyHints keys={keys} next={say('next finding')} previous={say('finding before')} />
          <Table
            caption={say('Findings')}
            captionHidden
            dense
            columns={[
              {
                id: 'severity',
                label: say('Kind'),
                tight: true,
                cell: ({ severity }) => <SeverityMark severity={severity} />,
              },
              { id: 'area', label: say('Area'), cell: ({ area }) => area },
              { id: 'period', label: say('Period'), tight: true, cell: ({ period }) => <bdi>{period}</bdi> },
              {
                id: 'message',
                label: say('Finding'),
                heading: true,
                cell: ({ id, said, figure, demonstration }) => (
                  <>
                    <a className="work-finding-link" href={`${href(`/work/findings/${id}`)}${own}`}>
                      {t(said)}
                    </a>
                    {figure !== '' && <span className="work-figure">{figure}</span>}
                    {demonstration && <DemonstrationMark />}
                  </>
                ),
              },
              { id: 'rule', label: say('Rule'), cell: ({ rule }) => <bdi className="work-id">{rule}</bdi> },
              {
                id: 'row',
                label: say('Row'),
                numeric: true,
                cell: ({ row }) => (row === null ? '' : <bdi>{row}</bdi>),
              },
              ...(threads
                ? [
                    {
                      id: 'standing',
                      label: say('State of the finding'),
                      tight: true,
                      cell: ({ standing }: FindingsProps['findings'][number]) =>
                        standing === null ? null : (
                          <Tag tone={standingWords[standing].tone}>{t(standingWords[standing].label)}</Tag>
                        ),
                    },
                  ]
                : []),
            ]}
            rows={findings}
            rowKey={({ id }) => String(id)}
            sorting={{
              by: sort,
              columns: ['severity', 'area', 'period', 'rule', 'row'],
              address: (by) => withQuery(path, context.query, { sort: by }),
            }}
          />
          <Pagination
            page={page}
            size={size}
            total={total}
            address={(number) => withQuery(path, context.query, { page: String(number) })}
          />
        </>
      )}
    </div>
  );
}

function Nothing(props: { filtered: boolean; visitor: boolean }): ReactNode {
  const { t, href, context } = usePage();
  if (props.filtered) {
    return (
      <EmptyState
        title={say('Nothing fits this choice')}
        action={
          <LinkButton tone="secondary" path="/work/findings">
            {t(say('Show all findings'))}
          </LinkButton>
        }
      >
        <p>{t(say('Widen the choice above, or begin again.'))}</p>
      </EmptyState>
    );
  }
  const back = encodeURIComponent(`${href('/work/findings')}${context.query === '' ? '' : `?${context.query}`}`);
  return (
    <EmptyState
      title={say('There are no findings to see')}
      action={
        props.visitor ? (
          <LinkButton path={`/sign-in?return=${back}`}>{t(say('Sign in'))}</LinkButton>
        ) : (
          // Only to those whose workspace has it: a focal point may not open it.
          context.navigation.work.some(({ path }) => path === '/work/imports') && (
            <LinkButton tone="secondary" path="/work/imports">
              {t(say('Imports'))}
            </LinkButton>
          )
        )
      }
    >
      <p>
        {props.visitor
          ? t(say('Findings that are not public show after signing in.'))
          : t(say('Findings appear here when a file has been imported and its figures were checked.'))}
      </p>
    </EmptyState>
  );
}

function FilterForm(props: FindingsProps): ReactNode {
  const { t, href, formats } = usePage();
  const { filter, facets, ownState, sort } = props;
  const choices = (values: readonly FacetValue[], label: (value: FacetValue) => Text, chosen: string | undefined) => [
    { value: '', label: say('all') },
    // A choice that leaves nothing stays in the list, so that it can be seen and taken back.
    ...(chosen === undefined || values.some(({ value }) => value === chosen)
      ? values
      : [...values, { value: chosen, count: 0 }]
    ).map((each) => ({ value: each.value, label: `${t(label(each))} (${formats.number(each.count)})` })),
  ];
  const named = (each: FacetValue): Text => each.label ?? each.value;
  const wordIn =
    (words: Readonly<Record<string, { readonly label: Message }>>) =>
    ({ value }: FacetValue): Text =>
      words[value]?.label ?? value;
  const select = (
    name: 'flow' | 'rule' | 'severity' | 'area' | 'year' | 'standing',
    label: Message,
    word: (value: FacetValue) => Text,
  ): ReactNode => (
    <Select
      key={`${name} ${filter[name]}`}
      name={name}
      label={label}
      defaultValue={filter[name] ?? ''}
      choices={choices(facets[name], word, filter[name])}
    />
  );
  return (
    <search>
      <form className="work-filter work-filter-wide" method="get" action={href('/work/findings')}>
        <Field
          key={`text ${filter.text}`}
          name="text"
          type="search"
          label={say('Words in the finding')}
          defaultValue={filter.text ?? ''}
        />
        {select('severity', say('Kind'), wordIn(severityWords))}
        {select('rule', say('Rule'), named)}
        {select('area', say('Area'), named)}
        {select('year', say('Year'), named)}
        {facets.standing.length > 0 && select('standing', say('State of the finding'), wordIn(standingWords))}
        {select('flow', say('Flow'), named)}
        {ownState !== undefined && (
          <Select
            key={`state ${filter.state}`}
            name="state"
            label={say('About')}
            defaultValue={filter.state === undefined ? 'all' : ownState}
            choices={[
              { value: ownState, label: say('our own figures') },
              { value: 'all', label: say('everything we may see') },
            ]}
          />
        )}
        {filter.batch !== undefined && <input type="hidden" name="batch" value={filter.batch} />}
        {filter.all === true && <input type="hidden" name="all" value="1" />}
        {sort !== 'severity' && <input type="hidden" name="sort" value={sort} />}
        <div className="actions">
          <Button>{t(say('Show'))}</Button>
          <LinkButton tone="quiet" path="/work/findings">
            {t(say('Begin again'))}
          </LinkButton>
        </div>
      </form>
      {filter.batch !== undefined && (
        <p className="hint">
          {t(say('Only findings of one batch.'))}{' '}
          <a href={href(`/work/imports/${filter.batch}`)}>{t(say('Open the batch'))}</a>
        </p>
      )}
    </search>
  );
}
