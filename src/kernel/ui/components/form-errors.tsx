import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

export interface FieldError {
  /** Id of the input; absent when the whole form is meant. */
  readonly field?: string;
  readonly message: Text;
}

/** All that is wrong with a form, at its top, with links to the fields; it takes the focus. Nothing when all is well. */
export function ErrorSummary(props: { errors: readonly FieldError[] }): ReactNode {
  const { t } = usePage();
  if (props.errors.length === 0) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      data-island="error-summary"
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{t(say('There is a problem'))}</h2>
      <ul>
        {props.errors.map(({ field, message }) => (
          <li key={`${field ?? ''}${t(message)}`}>
            {field === undefined ? t(message) : <a href={`#${field}`}>{t(message)}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The error of one field, or undefined. */
export function errorOf(errors: readonly FieldError[], field: string): Text | undefined {
  return errors.find((error) => error.field === field)?.message;
}
