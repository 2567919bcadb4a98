import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

export type CoverageId = 'yes' | 'in-part' | 'no' | 'not-reviewed';

export function coverageWords(coverage: CoverageId): Message {
  switch (coverage) {
    case 'yes':
      return say('Covered');
    case 'in-part':
      return say('Covered in part');
    case 'no':
      return say('Not covered');
    case 'not-reviewed':
      return say('Not reviewed');
  }
}

/** How far an article is covered, as a word with its colour. */
export function CoverageWord({ coverage }: { coverage: CoverageId }): ReactNode {
  const { t } = usePage();
  return <span className={`lr-coverage lr-coverage-${coverage}`}>{t(coverageWords(coverage))}</span>;
}
