import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Citation, LinkButton, Tag, usePage } from '#kernel/ui/browser.ts';
import { underEmbargo, type ReleaseView } from './release-view.ts';
import { Who } from './who.tsx';

/** One release: what it changed, how it is cited, and whether it stands. */
export function ReleaseLine(props: {
  release: ReleaseView & { readonly who: { readonly account: string; readonly name?: string } };
  current: boolean;
  mayWithdraw: boolean;
  now: string;
}): ReactNode {
  const { t, formats } = usePage();
  const { release, current, mayWithdraw, now } = props;
  const { changes, withdrawn, note } = release;
  const number = (value: number): string => formats.number(value);
  return (
    <article className="work-release">
      <header className="work-release-head">
        <h3>{t(say('Release {number}', { number: String(release.release) }))}</h3>
        {withdrawn !== undefined && <Tag tone="bad">{t(say('Withdrawn'))}</Tag>}
        {current && underEmbargo(release, now) && <Tag tone="warn">{t(say('Under embargo'))}</Tag>}
        {current && !underEmbargo(release, now) && <Tag tone="good">{t(say('In force'))}</Tag>}
        <span className="hint">
          {formats.dateTime(release.releasedAt)}
          {release.who.account !== '' && (
            <>
              , <Who who={release.who} />
            </>
          )}
        </span>
      </header>
      <p>
        {t(
          say('{observations} figures: {new} new, {revised} revised, {gone} gone.', {
            observations: number(release.observations),
            new: number(changes.new),
            revised: number(changes.revised),
            gone: number(changes.gone),
          }),
        )}
        {underEmbargo(release, now) &&
          ` ${t(say('Under embargo until {time}.', { time: formats.dateTime(release.embargoUntil ?? '') }))}`}
      </p>
      {withdrawn !== undefined && (
        <p className="work-note">
          {t(say('Withdrawn on {time}: {reason}', { time: formats.dateTime(withdrawn.at), reason: withdrawn.reason }))}
        </p>
      )}
      {note !== undefined && (
        <p className="work-note" dir="auto">
          {note}
        </p>
      )}
      <details>
        <summary>{t(say('Citation and checksum'))}</summary>
        <Citation text={release.citation} />
        <p>
          {t(say('SHA-256'))} <code dir="ltr">{release.sha256}</code>
        </p>
      </details>
      {mayWithdraw && withdrawn === undefined && (
        <LinkButton
          tone="quiet"
          small
          path={`/work/releases/withdraw?${new URLSearchParams({ flow: release.flow, release: String(release.release) })}`}
        >
          {t(say('Withdraw release {number} …', { number: String(release.release) }))}
        </LinkButton>
      )}
    </article>
  );
}
