import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { DemonstrationMark, EmptyState, PageHeader, Section, Tag, usePage } from '#kernel/ui/browser.ts';

interface ItemView {
  readonly path: string;
  readonly title: Text;
  readonly register: Text;
  readonly state: Text;
  readonly since: string;
  readonly demonstration: boolean;
  readonly broken?: { readonly path: string; readonly title: Text };
}

export interface WorkProps {
  readonly lists: readonly {
    readonly id: 'waiting' | 'overdue' | 'broken';
    readonly total: number;
    readonly items: readonly ItemView[];
  }[];
}

const words = {
  waiting: {
    title: say('Waiting for you'),
    lead: say('Drafts of yours, and what others have submitted for you to publish or send back.'),
    since: say('since {day}'),
  },
  overdue: {
    title: say('To be verified again'),
    lead: say('Published records that nobody has verified for longer than their register allows.'),
    since: say('verified on {day}'),
  },
  broken: {
    title: say('Refers to what was withdrawn'),
    lead: say('Records that rest on one that no longer holds.'),
    since: say('withdrawn on {day}'),
  },
} as const;

/** What an editor has to do in the registers. */
export default function WorkPage({ lists }: WorkProps): ReactNode {
  const { t } = usePage();
  const filled = lists.filter(({ total }) => total > 0);
  return (
    <div className="rg">
      <PageHeader
        title={say('Work on records')}
        lead={say('What waits for you, what must be verified again, and what has broken.')}
      />
      {filled.length === 0 && (
        <EmptyState title={say('Nothing waits for you')}>
          <p>
            {t(
              say(
                'Records appear here when they are drafted or submitted, when their verification is overdue, or when what they refer to is withdrawn.',
              ),
            )}
          </p>
        </EmptyState>
      )}
      {filled.map((list) => (
        <WorkSection key={list.id} list={list} />
      ))}
    </div>
  );
}

function WorkSection({ list }: { list: WorkProps['lists'][number] }): ReactNode {
  const { t, formats } = usePage();
  const { id, total, items } = list;
  return (
    <Section id={id} title={words[id].title} lead={words[id].lead}>
      <ul className="rg-list">
        {items.map((item) => (
          <li key={`${item.path} ${item.broken?.path}`} className="rg-line">
            <WorkLine item={item} since={t({ ...words[id].since, values: { day: formats.date(item.since) } })} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className="hint">
          {t(
            say('The {shown} oldest of {total}.', {
              shown: formats.number(items.length),
              total: formats.number(total),
            }),
          )}
        </p>
      )}
    </Section>
  );
}

function WorkLine({ item, since }: { item: ItemView; since: string }): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <h3 className="rg-work-title">
        <a href={href(item.path)}>{t(item.title)}</a> <Tag>{t(item.state)}</Tag>{' '}
        {item.demonstration && <DemonstrationMark />}
      </h3>
      <p className="hint">
        {t(item.register)} · {since}
        {item.broken !== undefined && (
          <>
            {' · '}
            <a href={href(item.broken.path)}>{t(item.broken.title)}</a>
          </>
        )}
      </p>
    </>
  );
}
