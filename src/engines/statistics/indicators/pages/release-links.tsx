import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

export interface ReleaseLink {
  /** `AGENCY:FLOW`. */
  readonly flow: string;
  readonly name: Text;
  readonly release: number;
  /** ISO time. */
  readonly date: string;
}

/** The releases that figures come from, as links. */
export function ReleaseLinks(props: { releases: readonly ReleaseLink[] }): ReactNode {
  const { t, href, formats } = usePage();
  if (props.releases.length === 0) return <>{t(say('Nothing released yet'))}</>;
  return props.releases.map(({ flow, name, release, date }, at) => (
    <span key={flow}>
      {at > 0 && '; '}
      <a href={href(`/data/${flow}/releases/${release}`)}>
        {t(say('{name}, release {release} of {date}', { name: t(name), release, date: formats.date(date) }))}
      </a>
    </span>
  ));
}
