import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

export interface AboutView {
  readonly register: string;
  readonly id: string;
  readonly version: number;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** Which version this is, how it came to be, and the record for programs. */
export function AboutRecord({ about }: { about: AboutView }): ReactNode {
  const { t, href, formats } = usePage();
  const { register, id, version, changedAt } = about;
  const path = `/registers/${register}/${encodeURIComponent(id)}`;
  const data = `/api/v1/registers/${register}/records/${encodeURIComponent(id)}`;
  return (
    <div className="rg-about">
      <p>
        {t(
          say('Version {version}, {date}', {
            version,
            date: formats.date(changedAt),
          }),
        )}
      </p>
      <p>
        <a href={href(`${path}/history`)}>{t(say('History'))}</a> · <a href={data}>JSON</a> ·{' '}
        <a href={`${data}?format=jsonld`}>JSON-LD</a>
      </p>
    </div>
  );
}
