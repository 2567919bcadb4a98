import type { ReactNode } from 'react';
import { Status, usePage } from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import { severityWords } from './words.ts';

/** How grave a finding is, in a word and a dot. */
export function SeverityMark(props: { severity: Severity }): ReactNode {
  const { t } = usePage();
  const { label, tone } = severityWords[props.severity];
  return <Status tone={tone}>{t(label)}</Status>;
}
