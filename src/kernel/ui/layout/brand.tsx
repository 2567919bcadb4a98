import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** Name and mark: a line that starts at its source. */
export function Brand(): ReactNode {
  const { href, t } = usePage();
  return (
    <a className="brand" href={href('/')}>
      <svg className="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <path d="M6 25V8l10 10L26 8v17" fill="none" stroke="currentColor" strokeWidth="3" strokeLinejoin="round" />
        <circle cx="6" cy="25" r="3.6" fill="currentColor" />
      </svg>
      <span className="brand-text">
        <span className="brand-name" lang="en" dir="ltr">
          Mandata
        </span>
        <span className="brand-line">{t(say('Crime prevention and criminal justice, on the record'))}</span>
      </span>
    </a>
  );
}
