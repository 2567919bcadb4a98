import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import { themes, type Theme } from '../page-context.ts';
import { usePage } from '../page-provider.tsx';

const labels = { system: say('As the device'), light: say('Light'), dark: say('Dark') } as const;
const icons = { system: 'contrast', light: 'sun', dark: 'moon' } as const satisfies Record<Theme, string>;

/** Light, dark or as the device says. Without script it posts and comes back to the same page. */
export function ThemeSwitch(): ReactNode {
  const { context, t, href } = usePage();
  const here = `${href(context.path)}${context.query === '' ? '' : `?${context.query}`}`;
  return (
    <form className="theme-switch" method="post" action={href('/preferences')} data-island="theme">
      <input type="hidden" name="return" value={here} />
      <fieldset>
        <legend className="visually-hidden">{t(say('Appearance'))}</legend>
        {themes.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === context.theme}
            title={t(labels[theme])}
            aria-label={t(labels[theme])}
          >
            <Icon name={icons[theme]} />
          </button>
        ))}
      </fieldset>
    </form>
  );
}
