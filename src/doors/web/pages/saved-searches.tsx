import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, EmptyState, LinkButton, Notice, PageHeader, Table, usePage } from '#kernel/ui/browser.ts';

export interface SavedSearchesProps {
  readonly searches: readonly {
    readonly id: string;
    readonly name: string;
    /** Path of the search, without language. */
    readonly address: string;
    readonly alert: 'never' | 'daily' | 'weekly';
    readonly feed: string;
  }[];
  readonly done: string;
}
type Saved = SavedSearchesProps['searches'][number];

export default function SavedSearches({ searches, done }: SavedSearchesProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <PageHeader
        title={say('Saved searches')}
        lead={say('Each has a feed and, if you wish, letters about what is new. Both follow what you may read.')}
      />
      {done !== '' && (
        <Notice tone="good" live>
          <p>{t(done === 'removed' ? say('The search is removed.') : say('The search is saved.'))}</p>
        </Notice>
      )}
      {searches.length === 0 ? (
        <EmptyState
          title={say('You have saved no searches')}
          action={
            <LinkButton tone="secondary" path="/search">
              {t(say('Search'))}
            </LinkButton>
          }
        >
          <p>{t(say('Search for something, then choose “Save this search”.'))}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say('Saved searches')}
          captionHidden
          rows={searches}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'name',
              label: say('Name'),
              heading: true,
              cell: ({ name, address }) => (
                <a href={href(address)}>
                  <bdi>{name}</bdi>
                </a>
              ),
            },
            { id: 'letters', label: say('Letters'), cell: (saved) => <Letters {...saved} /> },
            {
              id: 'feed',
              label: say('Feed'),
              cell: ({ id, feed }) => (
                <>
                  <a href={feed}>Atom</a> <Act id={id} act="feed" label={t(say('New address'))} />
                </>
              ),
            },
            {
              id: 'remove',
              label: say('Remove'),
              cell: ({ id }) => <Act id={id} act="remove" label={t(say('Remove'))} />,
            },
          ]}
        />
      )}
      <p className="hint">
        {t(
          say('Whoever has the address of a feed reads what you may read. Renew it when it has come into wrong hands.'),
        )}
      </p>
    </>
  );
}

function Letters({ id, name, alert }: Saved): ReactNode {
  const { t, href } = usePage();
  const choices = { never: say('never'), daily: say('each day'), weekly: say('each week') };
  return (
    <form className="input-row" method="post" action={href('/account/searches/change')}>
      <input type="hidden" name="search" value={id} />
      <input type="hidden" name="act" value="alert" />
      <select name="alert" defaultValue={alert} aria-label={t(say('Letters about “{name}”', { name }))}>
        {Object.entries(choices).map(([value, label]) => (
          <option key={value} value={value}>
            {t(label)}
          </option>
        ))}
      </select>
      <Button tone="secondary" small>
        {t(say('Save'))}
      </Button>
    </form>
  );
}

function Act({ id, act, label }: { id: string; act: string; label: string }): ReactNode {
  const { href } = usePage();
  return (
    <form method="post" action={href('/account/searches/change')}>
      <input type="hidden" name="search" value={id} />
      <input type="hidden" name="act" value={act} />
      <Button tone="secondary" small>
        {label}
      </Button>
    </form>
  );
}
