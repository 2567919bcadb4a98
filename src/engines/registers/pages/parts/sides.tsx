import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Notice, usePage } from '#kernel/ui/browser.ts';
import type { Shown } from '../../view/shown.ts';
import { ShownValue } from './shown-value.tsx';

export interface SidesView {
  /** The version that stands now. */
  readonly version: number;
  /** Names exactly what stands now. */
  readonly revision: string;
  readonly at: string;
  readonly fields: readonly {
    readonly id: string;
    readonly label: Text;
    readonly theirs?: Shown;
    readonly mine?: Shown;
    /** Changed on both sides; the others have been put together. */
    readonly both: boolean;
  }[];
}

/** What somebody else saved meanwhile beside what is in the form: nothing is lost, and nothing is overwritten unseen. */
export function Sides({ sides }: { sides: SidesView }): ReactNode {
  const { t, formats } = usePage();
  return (
    <section aria-label={t(say('Two versions'))}>
      <Notice tone="warn" title={say('Somebody else saved this record while you were changing it')}>
        <p>
          {t(
            say(
              'Version {version} was saved on {at}. Below stands what differs; the form holds your entries. Saving again puts yours in the place of theirs where both were changed.',
              { version: sides.version, at: formats.dateTime(sides.at) },
            ),
          )}
        </p>
      </Notice>
      {sides.fields.map(({ id, label, theirs, mine, both }) => (
        <section key={id} className="rg-cited">
          <h3>
            {t(label)} {both && <span className="rg-closed">{t(say('changed on both sides'))}</span>}
          </h3>
          <div className="rg-sides">
            <div>
              <p className="hint">{t(say('Saved meanwhile'))}</p>
              {theirs === undefined ? '–' : <ShownValue value={theirs} />}
            </div>
            <div>
              <p className="hint">{t(say('Yours'))}</p>
              {mine === undefined ? '–' : <ShownValue value={mine} />}
            </div>
          </div>
        </section>
      ))}
    </section>
  );
}
