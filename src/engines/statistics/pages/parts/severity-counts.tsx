import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { Tag, usePage } from '#kernel/ui/browser.ts';

export interface SeverityCount {
  readonly severity: 'error' | 'warning' | 'info';
  readonly count: number;
}

const tones = { error: 'bad', warning: 'warn', info: 'neutral' } as const;
export const severityNames: Readonly<Record<SeverityCount['severity'], Message>> = {
  error: say('Error'),
  warning: say('Warning'),
  info: say('Remark'),
};

/** How many findings of each kind there are, the gravest first. */
export function SeverityCounts({ counts, path }: { counts: readonly SeverityCount[]; path: string }): ReactNode {
  const { t, formats, href } = usePage();
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length === 0) return <p>{t(say('There is no finding that you may see.'))}</p>;
  return (
    <p className="st-severities">
      {shown.map(({ severity, count }) => (
        <span key={severity}>
          <Tag tone={tones[severity]}>{t(severityNames[severity])}</Tag> {formats.number(count)}
        </span>
      ))}
      <a href={href(path)}>{t(say('Show the findings'))}</a>
    </p>
  );
}
