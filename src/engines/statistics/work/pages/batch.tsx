import type { ReactNode } from 'react';
import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import { DescriptionList, LinkButton, Notice, PageHeader, Section, Status, usePage } from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import type { BatchSummary } from '../../list-batches.ts';
import { BatchFindings } from './batch-findings.tsx';
import { Counts } from './counts.tsx';
import { RejectedRowsTable } from './rejected-rows.tsx';
import type { RejectedRows } from '../batches/rejected-rows.ts';
import { Who } from './who.tsx';
import { actWords, batchWords } from './words.ts';

type Person = { readonly account: string; readonly name?: string };

export interface BatchProps {
  readonly batch: Omit<BatchSummary, 'importedAt' | 'importedBy'> & {
    readonly importedAt: string;
    readonly who: Person;
  };
  readonly flowName: Text;
  readonly acts: readonly {
    readonly act: 'accepted' | 'rejected' | 'undone';
    readonly at: string;
    readonly who: Person;
    readonly note?: string;
  }[];
  readonly findings: number;
  readonly byRule: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly count: number;
    readonly says: Text;
  }[];
  readonly rejected: RejectedRows & { readonly page: number; readonly size: number };
  readonly may: { readonly accept: boolean; readonly reject: boolean; readonly undo: boolean };
  readonly done?: Message;
}

export default function Batch(props: BatchProps): ReactNode {
  const { t } = usePage();
  const { batch, findings, byRule, rejected, done } = props;
  return (
    <div className="work">
      <PageHeader title={batch.file.name} kind={say('Batch')} lead={props.flowName} actions={<Actions {...props} />} />
      {done !== undefined && (
        <Notice tone="good" live>
          <p>{t(done)}</p>
        </Notice>
      )}
      <Counts {...batch} />
      <Section title={say('Findings')} id="findings">
        <BatchFindings batch={batch.id} findings={findings} byRule={byRule} />
      </Section>
      {batch.rejected > 0 && (
        <Section
          title={say('Rows that were not used')}
          id="rows"
          lead={say(
            'As they are in the file. Correct them there and import it again; the rest of the batch can be accepted as it is.',
          )}
        >
          <RejectedRowsTable rejected={rejected} total={batch.rejected} />
        </Section>
      )}
      <Section title={say('About this batch')}>
        <About {...props} />
      </Section>
    </div>
  );
}

function Actions({ batch, may }: BatchProps): ReactNode {
  const { t } = usePage();
  const path = `/work/imports/${batch.id}`;
  if (batch.status === 'staged') {
    return (
      <>
        {may.accept && <LinkButton path={`${path}/accept`}>{t(say('Accept …'))}</LinkButton>}
        {may.reject && (
          <LinkButton tone="secondary" path={`${path}/reject`}>
            {t(say('Turn down …'))}
          </LinkButton>
        )}
      </>
    );
  }
  if (batch.status !== 'accepted') return null;
  return (
    <>
      <LinkButton path={`/work/releases?flow=${encodeURIComponent(batch.flow)}`}>
        {t(say('Make a release …'))}
      </LinkButton>
      {may.undo && (
        <LinkButton tone="secondary" path={`${path}/undo`}>
          {t(say('Take back …'))}
        </LinkButton>
      )}
    </>
  );
}

function About({ batch, acts }: BatchProps): ReactNode {
  const { t, href, formats } = usePage();
  return (
    <DescriptionList
      items={[
        {
          term: say('Status'),
          value: <Status tone={batchWords[batch.status].tone}>{t(batchWords[batch.status].label)}</Status>,
        },
        { term: say('Flow'), value: <bdi className="work-id">{batch.flow}</bdi> },
        {
          term: say('How the columns are read'),
          value: (
            <>
              <bdi className="work-id">{batch.mapping}</bdi>
              {batch.mappingVersion !== undefined &&
                ` ${t(say('version {version}', { version: batch.mappingVersion }))}`}
            </>
          ),
        },
        {
          term: say('Original file'),
          value: (
            <>
              <a href={href(`/work/imports/${batch.id}/file`)} download>
                <bdi>{batch.file.name}</bdi>
              </a>
              <br />
              <span className="hint">{t(say('kept unchanged under its SHA-256'))}</span>{' '}
              <code dir="ltr">{batch.file.sha256}</code>
            </>
          ),
        },
        {
          term: say('Imported'),
          value: (
            <>
              {formats.dateTime(batch.importedAt)}, <Who who={batch.who} />
            </>
          ),
        },
        ...acts.map(({ act, at, who, note }, place) => ({
          term:
            acts.filter((each, other) => other < place && each.act === act).length === 0 ? actWords[act] : say('Again'),
          value: (
            <>
              {formats.dateTime(at)}, <Who who={who} />
              {note !== undefined && <p className="work-note">{note}</p>}
            </>
          ),
        })),
        { term: say('Number of the batch'), value: <code dir="ltr">{batch.id}</code> },
      ]}
    />
  );
}
