import { useId, type ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';
import { Icon } from './icon.tsx';

/** A text to cite, with a button that copies it where the browser can. */
export function Citation(props: { text: string; label?: Text }): ReactNode {
  const { t } = usePage();
  const id = useId().replaceAll(/[^\w-]/g, '');
  return (
    <div className="citation">
      <p className="figure-word">{t(props.label ?? say('Cite as'))}</p>
      <p className="citation-text" id={`cite${id}`}>
        {props.text}
      </p>
      <CopyButton from={`#cite${id}`} />
    </div>
  );
}

/** Copies the text of an element; hidden until script is there to do it. */
export function CopyButton(props: { from: string; label?: Text }): ReactNode {
  const { t } = usePage();
  return (
    <button
      type="button"
      className="button button-secondary button-small"
      hidden
      data-island="copy"
      data-copy-from={props.from}
      data-copied={t(say('Copied'))}
    >
      <Icon name="copy" />
      <span data-label aria-live="polite">
        {t(props.label ?? say('Copy'))}
      </span>
    </button>
  );
}
