import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';
import type { ExploreProps } from '../../explore/explore-props.ts';

/** Every period as a link; script adds a slider over them. */
export function PeriodLinks({ periodLinks }: Pick<ExploreProps, 'periodLinks'>): ReactNode {
  const { t, href } = usePage();
  if (periodLinks.length < 2) return null;
  return (
    <nav className="st-periods" aria-label={t(say('Period'))} data-island="period-range" data-label={t(say('Period'))}>
      <ul>
        {periodLinks.map(({ id, path, current, available }) => (
          <li key={id}>
            {available || current ? (
              <a href={href(path)} data-swap="" {...(current && { 'aria-current': 'true' as const })}>
                {id}
              </a>
            ) : (
              <span className="st-unavailable" title={t(say('no figures here'))}>
                {id}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
