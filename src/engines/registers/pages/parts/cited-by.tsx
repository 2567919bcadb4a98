import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { DemonstrationMark, Section, Tag, usePage } from '#kernel/ui/browser.ts';

export interface CitedByView {
  readonly label: Text;
  readonly total: number;
  /** All of them, where they can be listed. */
  readonly path?: string;
  readonly records: readonly {
    readonly title: Text;
    readonly path: string;
    readonly withdrawn: boolean;
    readonly demonstration: boolean;
  }[];
}

/** What rests on this record, across the house, by kind. */
export function CitedBy({ groups }: { groups: readonly CitedByView[] }): ReactNode {
  const { t, href, formats } = usePage();
  return (
    <Section title={say('What refers to this')} id="cited-by">
      {groups.map(({ label, total, path, records }) => (
        <section key={t(label)} className="rg-cited">
          <h3>
            {t(label)} <span className="rg-count">{formats.number(total)}</span>
          </h3>
          <ul>
            {records.map((record) => (
              <li key={record.path} className="rg-marked">
                <a href={href(record.path)}>{t(record.title)}</a>
                {record.withdrawn && <Tag tone="bad">{t(say('withdrawn'))}</Tag>}
                {record.demonstration && <DemonstrationMark />}
              </li>
            ))}
          </ul>
          {path !== undefined && total > records.length && (
            <p>
              <a href={href(path)}>{t(say('All {count}', { count: formats.number(total) }))}</a>
            </p>
          )}
        </section>
      ))}
    </Section>
  );
}
