import type { ComponentProps, ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** What every field has: its label, what to put in, and what is wrong with what is in it. */
export interface FieldFrame {
  /** Id and name of the input. */
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly error?: Text | undefined;
  readonly optional?: boolean;
}

/** Frame of a field around any input; the input must take `inputProps(frame)`. */
export function FieldShell(props: FieldFrame & { children: ReactNode }): ReactNode {
  const { t } = usePage();
  const { name, label, hint, error, optional } = props;
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <label className="label" htmlFor={name}>
        {t(label)}
        {optional === true && <span className="optional"> {t(say('(optional)'))}</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${name}-hint`}>
          {t(hint)}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${name}-error`}>
          <span className="visually-hidden">{t(say('Error'))}: </span>
          {t(error)}
        </p>
      )}
      {props.children}
    </div>
  );
}

export function inputProps(frame: FieldFrame): {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
} {
  const described = [
    frame.hint !== undefined && `${frame.name}-hint`,
    frame.error !== undefined && `${frame.name}-error`,
  ];
  const ids = described.filter((id) => id !== false).join(' ');
  return {
    id: frame.name,
    name: frame.name,
    ...(ids !== '' && { 'aria-describedby': ids }),
    ...(frame.error !== undefined && { 'aria-invalid': true as const }),
  };
}

function split<P extends FieldFrame>(props: P): { frame: FieldFrame; rest: Omit<P, keyof FieldFrame> } {
  const { name, label, hint, error, optional, ...rest } = props;
  return { frame: { name, label, hint, error, ...(optional !== undefined && { optional }) }, rest };
}

/** A line of text; `width` fits it to what goes in, in characters. */
export function Field(
  props: FieldFrame & Omit<ComponentProps<'input'>, keyof FieldFrame | 'width'> & { width?: number },
): ReactNode {
  const { frame, rest } = split(props);
  const { width, ...input } = rest;
  return (
    <FieldShell {...frame}>
      <input
        className="input"
        type="text"
        {...input}
        {...(width !== undefined && { style: { maxInlineSize: `${width + 4}ch` } })}
        {...inputProps(frame)}
      />
    </FieldShell>
  );
}

export function TextArea(props: FieldFrame & Omit<ComponentProps<'textarea'>, keyof FieldFrame>): ReactNode {
  const { frame, rest } = split(props);
  return (
    <FieldShell {...frame}>
      <textarea className="input" rows={5} {...rest} {...inputProps(frame)} />
    </FieldShell>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
}

/** A closed list for long choices; a few choices are better as radio buttons. */
export function Select(
  props: FieldFrame & Omit<ComponentProps<'select'>, keyof FieldFrame> & { choices: readonly Choice[] },
): ReactNode {
  const { t } = usePage();
  const { frame, rest } = split(props);
  const { choices, ...select } = rest;
  return (
    <FieldShell {...frame}>
      <div className="select">
        <select {...select} {...inputProps(frame)}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </select>
      </div>
    </FieldShell>
  );
}
