import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { EmptyState, PageHeader, usePage } from '#kernel/ui/browser.ts';

export interface RegistersProps {
  readonly registers: readonly {
    readonly id: string;
    readonly title: Text;
    readonly about: Text;
    /** Published records that the reader may see; invented ones apart. */
    readonly records: number;
    readonly demonstration: number;
  }[];
}

/** Every register of the house. */
export default function RegistersPage({ registers }: RegistersProps): ReactNode {
  const { t, href } = usePage();
  return (
    <div className="rg">
      <PageHeader
        title={say('Law and knowledge')}
        lead={say(
          'Treaties, laws, cases, authorities, tools and substances: each record with its sources, its history and what cites it.',
        )}
      />
      {registers.length === 0 && <EmptyState title={say('No register is open to you')} />}
      <ul className="rg-registers">
        {registers.map(({ id, title, about, records, demonstration }) => (
          <li key={id}>
            <h2>
              <a href={href(`/registers/${id}`)}>{t(title)}</a>
            </h2>
            <p>{t(about)}</p>
            <p className="hint">
              {t(say('{count, plural, one {# record} other {# records}}', { count: records }))}
              {demonstration > 0 &&
                ` · ${t(say('{count, plural, one {# invented} other {# invented}}', { count: demonstration }))}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
