import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import type { Text } from '#kernel/i18n/say.ts';
import {
  Button,
  EmptyState,
  ErrorSummary,
  LinkButton,
  PageHeader,
  Pagination,
  Section,
  Select,
  Status,
  Table,
  usePage,
  type FieldError,
  withQuery,
} from '#kernel/ui/browser.ts';
import type { BatchSummary } from '../../list-batches.ts';
import { RunList, type RunView } from './run-list.tsx';
import { UploadForm, type UploadEntries } from './upload-form.tsx';
import { Who } from './who.tsx';
import { batchWords } from './words.ts';

export type { UploadEntries } from './upload-form.tsx';

type BatchLine = Omit<BatchSummary, 'importedAt' | 'importedBy'> & {
  readonly importedAt: string;
  readonly who: { readonly account: string; readonly name?: string };
};

export interface ImportsProps {
  readonly flows: readonly { readonly id: string; readonly name: Text; readonly mappings: readonly string[] }[];
  readonly mayImport: boolean;
  readonly token: string;
  readonly errors: readonly FieldError[];
  readonly entered: UploadEntries;
  readonly filter: { readonly flow?: string; readonly status?: string };
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly byStatus: readonly { readonly value: string; readonly count: number }[];
  readonly byFlow: readonly { readonly value: string; readonly count: number }[];
  readonly batches: readonly BatchLine[];
  readonly runs: readonly RunView[];
}

export default function Imports(props: ImportsProps): ReactNode {
  const { flows, mayImport, token, errors, entered, runs } = props;
  return (
    <div className="work">
      <PageHeader
        title={say('Imports')}
        lead={say(
          'Every file comes in as a batch: all its rows are kept, what is wrong with them is listed, and nothing is published before a person has accepted it.',
        )}
      />
      <ErrorSummary errors={errors} />
      {mayImport && (
        <Section title={say('Bring a file in')}>
          <div className="work-columns">
            <UploadForm flows={flows} token={token} errors={errors} entered={entered} />
            <Steps />
          </div>
        </Section>
      )}
      {runs.length > 0 && (
        <Section
          title={say('Under way and tried')}
          lead={say('Files that are being read, that were refused or interrupted, or that were only tried out.')}
        >
          <RunList runs={runs} />
        </Section>
      )}
      <Section title={say('Batches')}>
        <Batches {...props} />
      </Section>
    </div>
  );
}

function Steps(): ReactNode {
  const { t } = usePage();
  return (
    <aside className="work-steps" aria-label={t(say('What happens to the file'))}>
      <h3>{t(say('What happens to the file'))}</h3>
      <ol>
        <li>{t(say('It is read row by row; formulas and macros are never run.'))}</li>
        <li>{t(say('Every rule of the flow looks at it; every finding is listed with its row.'))}</li>
        <li>{t(say('You see what would change, and accept it or turn it down.'))}</li>
        <li>{t(say('A release makes it public, with its checksum and its citation.'))}</li>
      </ol>
    </aside>
  );
}

function Batches(props: ImportsProps): ReactNode {
  const { t, href, formats, context } = usePage();
  const { flows, filter, batches, total, page, size, byFlow, byStatus } = props;
  const nameOf = (id: string): Text => flows.find((flow) => flow.id === id)?.name ?? id;
  const filtered = filter.flow !== undefined || filter.status !== undefined;
  if (total === 0 && !filtered) {
    return (
      <EmptyState title={say('Nothing has been imported yet')}>
        <p>
          {t(
            say(
              'Send a file above. A workbook as its publisher offers it will do; “Try it out first” shows what would be found.',
            ),
          )}
        </p>
      </EmptyState>
    );
  }
  const address = (changes: Readonly<Record<string, string>>): string =>
    withQuery(href('/work/imports'), context.query, changes);
  return (
    <>
      <form className="work-filter" method="get" action={href('/work/imports')}>
        <Select
          key={`flow ${filter.flow}`}
          name="flow"
          label={say('Of the flow')}
          defaultValue={filter.flow ?? ''}
          choices={[
            { value: '', label: say('all') },
            ...byFlow.map(({ value, count }) => ({ value, label: `${t(nameOf(value))} (${formats.number(count)})` })),
          ]}
        />
        <Select
          key={`status ${filter.status}`}
          name="status"
          label={say('Status')}
          defaultValue={filter.status ?? ''}
          choices={[
            { value: '', label: say('all') },
            ...byStatus.map(({ value, count }) => ({
              value,
              label: `${t(statusWord(value))} (${formats.number(count)})`,
            })),
          ]}
        />
        <Button tone="secondary">{t(say('Show'))}</Button>
        <LinkButton
          tone="quiet"
          icon="download"
          address={withQuery(href('/work/imports.csv'), context.query, {})}
          download
        >
          {t(say('CSV'))}
        </LinkButton>
      </form>
      <Table
        caption={say('Batches, the latest first')}
        captionHidden
        dense
        columns={[
          {
            id: 'file',
            label: say('File'),
            heading: true,
            cell: ({ id, file }) => (
              <a href={href(`/work/imports/${id}`)}>
                <bdi className="work-name">{file.name}</bdi>
              </a>
            ),
          },
          { id: 'flow', label: say('Flow'), cell: ({ flow }) => t(nameOf(flow)) },
          {
            id: 'status',
            label: say('Status'),
            tight: true,
            cell: ({ status }) => <Status tone={batchWords[status].tone}>{t(batchWords[status].label)}</Status>,
          },
          { id: 'rows', label: say('Rows'), numeric: true, cell: ({ rows }) => formats.number(rows) },
          {
            id: 'observations',
            label: say('Used'),
            numeric: true,
            cell: ({ observations }) => formats.number(observations),
          },
          {
            id: 'suppressed',
            label: say('Hidden'),
            numeric: true,
            cell: ({ suppressed }) => formats.number(suppressed),
          },
          { id: 'rejected', label: say('Not used'), numeric: true, cell: ({ rejected }) => formats.number(rejected) },
          {
            id: 'when',
            label: say('Imported'),
            cell: ({ importedAt }) => formats.dateTime(importedAt),
          },
          { id: 'who', label: say('By'), cell: ({ who }) => <Who who={who} /> },
        ]}
        rows={batches}
        rowKey={({ id }) => id}
      />
      <Pagination page={page} size={size} total={total} address={(number) => address({ page: String(number) })} />
    </>
  );
}

function statusWord(status: string): Text {
  return Object.entries(batchWords).find(([id]) => id === status)?.[1].label ?? status;
}
