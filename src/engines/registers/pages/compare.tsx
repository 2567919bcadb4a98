import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Button, EmptyState, LinkButton, PageHeader, Section, usePage } from '#kernel/ui/browser.ts';
import type { Stretch } from '../history/diff-words.ts';
import type { Shown } from '../view/shown.ts';
import { ShownValue } from './parts/shown-value.tsx';

export interface CompareProps {
  readonly path: string;
  readonly title: Text;
  readonly versions: readonly [string, string];
  readonly fields: readonly {
    readonly id: string;
    readonly label: Text;
    readonly before?: Shown;
    readonly after?: Shown;
    /** For text: what went and what came, word by word, by language where it is kept so. */
    readonly words: readonly { readonly language?: string; readonly stretches: readonly Stretch[] }[];
  }[];
  /** Set where the earlier version is to be restored. */
  readonly restore?: { readonly action: string; readonly revision: string; readonly token: string };
}

/** Two versions of a record, field by field; the same page asks once more before an earlier one is restored. */
export default function ComparePage({ path, title, versions, fields, restore }: CompareProps): ReactNode {
  const { t, href } = usePage();
  return (
    <div className="rg">
      <PageHeader
        kind={restore === undefined ? say('What changed') : say('Restore an earlier version')}
        title={title}
        lead={say('From version {from} to version {to}.', { from: versions[0], to: versions[1] })}
      />
      {fields.length === 0 && <EmptyState title={say('Nothing differs between these two')} />}
      {fields.map((field) => (
        <Section key={field.id} title={field.label}>
          {field.words.length === 0 ? (
            <Sides {...field} />
          ) : (
            field.words.map((each) => <Words key={each.language ?? ''} {...each} />)
          )}
        </Section>
      ))}
      {restore === undefined ? (
        <p>
          <a href={href(`${path}/history`)}>{t(say('History'))}</a>
        </p>
      ) : (
        <form method="post" action={href(restore.action)} className="actions">
          <input type="hidden" name="revision" value={restore.revision} />
          <input type="hidden" name="token" value={restore.token} />
          <Button>{t(say('Restore this version'))}</Button>
          <LinkButton tone="quiet" path={`${path}/history`}>
            {t(say('Cancel'))}
          </LinkButton>
        </form>
      )}
    </div>
  );
}

function Sides({ before, after }: { before?: Shown; after?: Shown }): ReactNode {
  const { t } = usePage();
  return (
    <div className="rg-sides">
      <div>
        <p className="hint">{t(say('Before'))}</p>
        {before === undefined ? '–' : <ShownValue value={before} />}
      </div>
      <div>
        <p className="hint">{t(say('After'))}</p>
        {after === undefined ? '–' : <ShownValue value={after} />}
      </div>
    </div>
  );
}

function Words(props: { language?: string; stretches: readonly Stretch[] }): ReactNode {
  const { language, stretches } = props;
  return (
    <p className="rg-prose rg-words-changed" dir="auto" lang={language}>
      {stretches.map(({ change, text }, place) =>
        change === 'same' ? (
          <span key={place}>{text}</span>
        ) : change === 'removed' ? (
          <del key={place} className="rg-removed">
            {text}
          </del>
        ) : (
          <ins key={place} className="rg-added">
            {text}
          </ins>
        ),
      )}
    </p>
  );
}
