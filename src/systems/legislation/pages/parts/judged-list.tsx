import type { ReactNode } from 'react';
import { say, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import { Foreign, usePage } from '#kernel/ui/browser.ts';
import { CoverageWord, type CoverageId } from './coverage-word.tsx';

/** A judgement with the provision that it rests on, as pages show it. */
export interface ShownJudgement {
  readonly key: string;
  readonly paragraph?: string;
  readonly relation: Text;
  readonly coverage: CoverageId;
  readonly lapsed: boolean;
  readonly reviewer: string;
  readonly note?: Multilingual;
  readonly provision?: {
    readonly path: string;
    readonly number: string;
    readonly law: Multilingual;
    readonly heading: Multilingual;
    /** Given where the text itself is shown. */
    readonly wording?: Multilingual;
  };
}

/** Judgements one after the other, each leading to its provision and to its own record. */
export function JudgedList({
  entries,
  hideParagraph,
}: {
  entries: readonly ShownJudgement[];
  hideParagraph?: boolean;
}): ReactNode {
  return (
    <ul className="lr-entries">
      {entries.map((entry) => (
        <li key={entry.key}>
          <Judged entry={entry} hideParagraph={hideParagraph === true} />
        </li>
      ))}
    </ul>
  );
}

function Judged({ entry, hideParagraph }: { entry: ShownJudgement; hideParagraph: boolean }): ReactNode {
  const { t, href } = usePage();
  const { paragraph, relation, coverage, provision, lapsed, note, reviewer, key } = entry;
  return (
    <>
      {!hideParagraph && paragraph !== undefined && <span>{t(say('para. {paragraph}', { paragraph }))}: </span>}
      <CoverageWord coverage={coverage} />{' '}
      {provision !== undefined && (
        <>
          <a href={href(provision.path)}>
            {provision.number} · <Foreign text={provision.heading} />
          </a>
          , <Foreign text={provision.law} />
        </>
      )}{' '}
      <span className="muted">
        {t(relation)}
        {reviewer !== '' && ` · ${reviewer}`} ·{' '}
        <a href={href(`/registers/coverage/${key}`)}>{t(say('the judgement'))}</a>
      </span>
      {lapsed && <p className="muted">{t(say('The provision no longer reads so: judge it again.'))}</p>}
      {note !== undefined && (
        <p className="muted">
          <Foreign text={note} />
        </p>
      )}
      {provision?.wording !== undefined && (
        <blockquote className="lr-quote">
          <Foreign text={provision.wording} />
        </blockquote>
      )}
    </>
  );
}
