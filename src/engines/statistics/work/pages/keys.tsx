import { useEffect, useState, type ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

export interface Keys {
  /** Script is there to hear them. */
  readonly alive: boolean;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

const kept = 'mandata-keys';

/**
 * J and K: forward and back. On a list they move the focus along the links that `selector` finds; on a single page they open
 * the links `next` and `previous`. They can be turned off (WCAG 2.1.4), which the browser remembers.
 */
export function useKeys(selector: string): Keys {
  const [alive, setAlive] = useState(false);
  const [on, setOn] = useState(true);
  useEffect(() => {
    setAlive(true);
    setOn(localStorage.getItem(kept) !== 'off');
  }, []);
  useEffect(() => {
    if (!alive || !on) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const forward = event.key === 'j';
      if ((!forward && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      move(selector, forward);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [alive, on, selector]);
  const turn = (wanted: boolean): void => {
    setOn(wanted);
    localStorage.setItem(kept, wanted ? 'on' : 'off');
  };
  return { alive, on, turn };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
  );
}

function move(selector: string, forward: boolean): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(selector)];
  const single = links.find((link) => link.rel === (forward ? 'next' : 'prev'));
  if (links.some((link) => link.rel !== '')) return single?.click();
  const at = links.findIndex((link) => link === document.activeElement);
  const place = at === -1 ? (forward ? 0 : links.length - 1) : at + (forward ? 1 : -1);
  links[place]?.focus();
  links[place]?.scrollIntoView({ block: 'nearest' });
}

/** Says which keys there are, and turns them off. Shown only where script hears them. */
export function KeyHints(props: { keys: Keys; next: Message; previous: Message }): ReactNode {
  const { t } = usePage();
  const { keys, next, previous } = props;
  if (!keys.alive) return null;
  return (
    <p className="work-keys">
      <label>
        <input type="checkbox" checked={keys.on} onChange={(event) => keys.turn(event.currentTarget.checked)} />{' '}
        {t(say('Keys'))}
      </label>
      <span>
        <kbd>J</kbd> {t(next)}
      </span>
      <span>
        <kbd>K</kbd> {t(previous)}
      </span>
    </p>
  );
}
