import type { ComponentProps, ReactNode } from 'react';
import { usePage } from '../page-provider.tsx';
import { Icon, type IconName } from './icon.tsx';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly tone?: ButtonTone;
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function buttonClass(look: { tone?: ButtonTone | undefined; small?: boolean | undefined }): string {
  return `button button-${look.tone ?? 'primary'}${look.small === true ? ' button-small' : ''}`;
}

/** A button of a form; one primary button on a screen. */
export function Button(props: Look & ComponentProps<'button'>): ReactNode {
  const { tone, small, icon, children, type, ...rest } = props;
  return (
    <button type={type ?? 'submit'} {...rest} className={buttonClass({ tone, small })}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button; `path` is inside the site, without language; `address` is taken as it is (downloads, API). */
export function LinkButton(
  props: Look &
    ({ path: string; address?: never } | { address: string; path?: never }) & { download?: boolean; rel?: string },
): ReactNode {
  const { href } = usePage();
  const { tone, small, icon, children, path, address, ...rest } = props;
  return (
    <a {...rest} className={buttonClass({ tone, small })} href={path === undefined ? address : href(path)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  );
}
