import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stat,
  StatGrid,
  Table,
  usePage,
  type FieldError,
} from '#kernel/ui/browser.ts';

type Outcome = 'new' | 'changed' | 'same' | 'refused';

interface ReportView {
  readonly counts: Readonly<Record<'rows' | Outcome, number>>;
  readonly columns: readonly {
    readonly heading: string;
    readonly to?: { readonly label: Text; readonly rest: string };
  }[];
  readonly notes: readonly Text[];
  readonly hiddenRows: number;
  readonly rows: readonly {
    readonly row: number;
    readonly outcome: Outcome;
    readonly path?: string;
    readonly findings: readonly { readonly field: string; readonly said: Text }[];
  }[];
}

export interface ImportProps {
  readonly register: { readonly id: string; readonly title: Text };
  readonly errors: readonly FieldError[];
  readonly publish: boolean;
  /** Tried and kept aside; absent at the beginning and when it is done. */
  readonly file?: { readonly sha256: string; readonly name: string };
  readonly report?: ReportView;
  /** Id of the import that was done, by which it is taken back. */
  readonly done?: string;
  readonly undone: boolean;
}

const outcomes: Readonly<Record<Outcome, Text>> = {
  new: say('New'),
  changed: say('Changes a record'),
  same: say('As it is already'),
  refused: say('Refused'),
};

/** A file of records: tried first, taken over whole or not at all, and taken back. */
export default function ImportPage(props: ImportProps): ReactNode {
  const { t, href } = usePage();
  const { register, errors, report, done, file, undone } = props;
  const path = `/registers/${register.id}/import`;
  return (
    <div className="rg">
      <PageHeader
        kind={register.title}
        title={say('Import a file')}
        lead={say(
          'CSV, Excel or JSON, with a heading for each column. The file is tried first; then it is taken over whole, or not at all.',
        )}
      />
      <ErrorSummary errors={errors} />
      {undone && (
        <Notice tone="good" live title={say('The import was taken back')}>
          <p>{t(say('Every record is as it was before.'))}</p>
        </Notice>
      )}
      {done !== undefined && (
        <Notice tone="good" live title={say('The file was imported')}>
          <form method="post" action={href(`${path}/${done}/undo`)} className="actions">
            <Button tone="secondary" small>
              {t(say('Take it back'))}
            </Button>
            <LinkButton tone="quiet" small path={`/registers/${register.id}`}>
              {t(say('To the records'))}
            </LinkButton>
          </form>
        </Notice>
      )}
      {report !== undefined && <Report report={report} />}
      {file !== undefined && report?.counts.refused === 0 && <TakeOver {...props} file={file} action={href(path)} />}
      {done === undefined && <Choose {...props} action={href(path)} again={file !== undefined} />}
    </div>
  );
}

function Choose(props: ImportProps & { action: string; again: boolean }): ReactNode {
  const { t } = usePage();
  return (
    <form method="post" action={props.action} encType="multipart/form-data" className="rg-form">
      <div className="field">
        <label className="label" htmlFor="file">
          {t(props.again ? say('Another file') : say('File'))}
        </label>
        <p className="hint" id="file-hint">
          {t(
            say(
              'At most 20 MB and 10,000 rows. An export of this register is the best pattern: change it and bring it back.',
            ),
          )}
        </p>
        <input type="file" id="file" name="file" accept=".csv,.xlsx,.json,.jsonl" aria-describedby="file-hint" />
      </div>
      <PublishBox {...props} />
      <div className="actions">
        <Button tone={props.again ? 'secondary' : 'primary'}>{t(say('Try the file'))}</Button>
      </div>
    </form>
  );
}

function PublishBox({ publish }: { publish: boolean }): ReactNode {
  const { t } = usePage();
  return (
    <div className="choice">
      <input type="checkbox" id="publish" name="publish" value="yes" defaultChecked={publish} />
      <label htmlFor="publish">{t(say('Publish new records at once'))}</label>
    </div>
  );
}

function TakeOver(props: ImportProps & { file: { sha256: string; name: string }; action: string }): ReactNode {
  const { t } = usePage();
  const { file, action, publish } = props;
  return (
    <form method="post" action={action} encType="multipart/form-data" className="actions">
      <input type="hidden" name="sha256" value={file.sha256} />
      <input type="hidden" name="name" value={file.name} />
      {publish && <input type="hidden" name="publish" value="yes" />}
      <Button name="act" value="import">
        {t(say('Import {name}', { name: file.name }))}
      </Button>
    </form>
  );
}

function Report({ report }: { report: ReportView }): ReactNode {
  const { t, href, formats } = usePage();
  const { counts, columns, notes, rows, hiddenRows } = report;
  return (
    <>
      <StatGrid>
        {(['new', 'changed', 'same', 'refused'] as const).map((outcome) => (
          <Stat key={outcome} label={outcomes[outcome]} value={formats.number(counts[outcome])} />
        ))}
      </StatGrid>
      {notes.length > 0 && (
        <Notice>
          <ul>
            {notes.map((note, place) => (
              <li key={place}>{t(note)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title={say('How the columns were understood')}>
        <Table
          caption={say('How the columns were understood')}
          captionHidden
          dense
          columns={[
            {
              id: 'heading',
              label: say('Column of the file'),
              heading: true,
              cell: ({ heading }) => <bdi>{heading || '–'}</bdi>,
            },
            {
              id: 'to',
              label: say('Field'),
              cell: ({ to }) =>
                to === undefined ? (
                  t(say('not read'))
                ) : (
                  <>
                    {t(to.label)} <bdi dir="ltr">{to.rest}</bdi>
                  </>
                ),
            },
          ]}
          rows={columns}
          rowKey={({ heading }) => heading}
        />
      </Section>
      <Section title={say('Row by row')}>
        <Table
          caption={say('Row by row')}
          captionHidden
          dense
          columns={[
            { id: 'row', label: say('Row'), numeric: true, cell: ({ row }) => formats.number(row) },
            { id: 'outcome', label: say('Outcome'), tight: true, cell: ({ outcome }) => t(outcomes[outcome]) },
            {
              id: 'record',
              label: say('Record'),
              cell: ({ path }) => (path === undefined ? '' : <a href={href(path)}>{t(say('Open'))}</a>),
            },
            {
              id: 'findings',
              label: say('What the rules found'),
              heading: true,
              cell: ({ findings }) => (
                <ul className="rg-lines">
                  {findings.map(({ field, said }, place) => (
                    <li key={place}>
                      <bdi className="hint">{field}</bdi> {t(said)}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
          rows={rows}
          rowKey={({ row }) => String(row)}
        />
        {hiddenRows > 0 && (
          <p className="hint">
            {t(say('{count, plural, one {# more row} other {# more rows}}', { count: hiddenRows }))}
          </p>
        )}
      </Section>
    </>
  );
}
