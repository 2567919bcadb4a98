import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Notice, Pagination, Section, Table, usePage, withQuery } from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import type { ImportedFinding } from '../../import-file.ts';
import { Counts } from './counts.tsx';
import { SeverityMark } from './severity.tsx';

export interface DryRunView {
  readonly rows: number;
  readonly observations: number;
  readonly suppressed: number;
  readonly rejected: number;
  readonly findingsFound: number;
  readonly kept: number;
  readonly size: number;
  readonly byRule: readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[];
  readonly findings: readonly ImportedFinding[];
}

/** What a trial found: the counts, and every finding with its row. */
export function DryRun({ result, page }: { result: DryRunView; page: number }): ReactNode {
  const { t, formats, context, href } = usePage();
  return (
    <>
      <Counts {...result} />
      <Section title={say('Findings')}>
        {result.findingsFound === 0 ? (
          <Notice tone="good">
            <p>{t(say('Nothing was found.'))}</p>
          </Notice>
        ) : (
          <>
            {result.findingsFound > result.kept && (
              <Notice tone="warn">
                <p>
                  {t(
                    say('The trial found {all} findings and lists the first {kept}. An import keeps them all.', {
                      all: formats.number(result.findingsFound),
                      kept: formats.number(result.kept),
                    }),
                  )}
                </p>
              </Notice>
            )}
            <Table
              caption={say('Findings by row')}
              captionHidden
              dense
              columns={[
                {
                  id: 'severity',
                  label: say('Kind'),
                  tight: true,
                  cell: ({ severity }) => <SeverityMark severity={severity} />,
                },
                {
                  id: 'row',
                  label: say('Row'),
                  numeric: true,
                  cell: ({ row }) => (row === null ? '' : formats.number(row, { useGrouping: false })),
                },
                {
                  id: 'message',
                  label: say('Finding'),
                  heading: true,
                  cell: ({ said }) => t(said),
                },
                {
                  id: 'rule',
                  label: say('Rule'),
                  tight: true,
                  cell: ({ rule }) => <bdi className="work-id">{rule}</bdi>,
                },
              ]}
              rows={result.findings.map((finding, place) => ({ ...finding, place }))}
              rowKey={({ place }) => String(place)}
            />
            <Pagination
              page={page}
              size={result.size}
              total={result.kept}
              address={(number) => withQuery(href(context.path), context.query, { page: String(number) })}
            />
          </>
        )}
      </Section>
    </>
  );
}
