import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { EmptyState, LinkButton, Table, usePage } from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import { SeverityMark } from './severity.tsx';

/** Findings of a batch by rule, each line leading to them in the workbench. */
export function BatchFindings(props: {
  batch: string;
  findings: number;
  byRule: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly count: number;
    readonly says: Text;
  }[];
}): ReactNode {
  const { t, href, formats } = usePage();
  const { batch, findings, byRule } = props;
  if (findings === 0) {
    return (
      <EmptyState title={say('Nothing was found')}>
        <p>{t(say('Every rule of the flow looked at this batch.'))}</p>
      </EmptyState>
    );
  }
  const address = (rule: string, severity: Severity): string =>
    href(`/work/findings?${new URLSearchParams({ batch, rule, severity, all: '1' })}`);
  return (
    <>
      <Table
        caption={say('Findings by rule')}
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
            id: 'rule',
            label: say('Rule'),
            heading: true,
            cell: ({ rule, severity, says }) => <a href={address(rule, severity)}>{t(says)}</a>,
          },
          { id: 'id', label: say('Name'), tight: true, cell: ({ rule }) => <bdi className="work-id">{rule}</bdi> },
          { id: 'count', label: say('Findings'), numeric: true, cell: ({ count }) => formats.number(count) },
        ]}
        rows={byRule}
        rowKey={({ rule, severity }) => `${rule} ${severity}`}
        foot={
          <tr>
            <td />
            <th scope="row">{t(say('All'))}</th>
            <td />
            <td className="numeric">{formats.number(findings)}</td>
          </tr>
        }
      />
      <LinkButton tone="secondary" path={`/work/findings?${new URLSearchParams({ batch, all: '1' })}`}>
        {t(say('Open in the workbench'))}
      </LinkButton>
    </>
  );
}
