import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { errorOf, Field } from '#kernel/ui/browser.ts';
import type { FormError } from './read-form.ts';

interface EmailFieldProps {
  readonly errors: readonly FormError[];
  readonly entered?: string | undefined;
  /** `username` where one signs in with it, `email` for one's own, `off` for another person's. */
  readonly autoComplete: 'username' | 'email' | 'off';
  readonly label?: Message;
  readonly hint?: Message;
  readonly optional?: boolean;
}

/** The field `email`: written from left to right in every language, and not spell-checked. */
export function EmailField({ errors, entered, label, ...rest }: EmailFieldProps): ReactNode {
  return (
    <Field
      name="email"
      label={label ?? say('E-mail address')}
      type="email"
      spellCheck={false}
      dir="ltr"
      defaultValue={entered}
      error={errorOf(errors, 'email')}
      {...rest}
    />
  );
}
