import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { around } from '../around.ts';
import { usePage } from '../page-provider.tsx';

/** Pages of a list by link. `page` counts from 1; `address` gives the address, with language, of another page. */
export function Pagination(props: {
  page: number;
  size: number;
  total: number;
  address: (page: number) => string;
}): ReactNode {
  const { t, formats } = usePage();
  const { page, size, total, address } = props;
  const last = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  const to = Math.min(total, page * size);
  const show = (value: number): string => formats.number(value);
  return (
    <nav className="pagination" aria-label={t(say('Pages'))}>
      <p>{t(say('{from} to {to} of {total}', { from: show(from), to: show(to), total: show(total) }))}</p>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <a rel="prev" href={address(page - 1)}>
                {t(say('Previous'))}
              </a>
            </li>
          )}
          {around(page, last).map((number, index, all) => (
            <li key={number} className={index > 0 && number - (all[index - 1] ?? 0) > 1 ? 'gap' : undefined}>
              <a
                href={address(number)}
                aria-label={t(say('Page {page}', { page: show(number) }))}
                {...(number === page && { 'aria-current': 'page' as const })}
              >
                {show(number)}
              </a>
            </li>
          ))}
          {page < last && (
            <li>
              <a rel="next" href={address(page + 1)}>
                {t(say('Next'))}
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}
