import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';
import type { Choice } from './field.tsx';

interface Group {
  readonly name: string;
  readonly legend: Text;
  readonly hint?: Text;
  readonly error?: Text | undefined;
  readonly choices: readonly Choice[];
  /** Shows the choices beside each other; for two or three short ones. */
  readonly inline?: boolean;
}

/** Several of a few: each has its own box. */
export function CheckboxGroup(props: Group & { chosen?: readonly string[] }): ReactNode {
  return <ChoiceGroup {...props} type="checkbox" chosen={props.chosen ?? []} />;
}

/** One of a few, all in sight. */
export function RadioGroup(props: Group & { chosen?: string | undefined }): ReactNode {
  return <ChoiceGroup {...props} type="radio" chosen={props.chosen === undefined ? [] : [props.chosen]} />;
}

/** A single yes or no. */
export function Checkbox(props: {
  name: string;
  label: Text;
  hint?: Text;
  checked?: boolean;
  value?: string;
}): ReactNode {
  const { name, label, hint, checked, value } = props;
  return (
    <ChoiceItem
      type="checkbox"
      id={name}
      name={name}
      choice={{ value: value ?? 'yes', label, ...(hint !== undefined && { hint }) }}
      checked={checked === true}
    />
  );
}

function ChoiceGroup(props: Group & { type: 'checkbox' | 'radio'; chosen: readonly string[] }): ReactNode {
  const { t } = usePage();
  const { name, legend, hint, error, choices, inline, type, chosen } = props;
  const describedBy = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(
    (id) => id !== false,
  );
  return (
    <fieldset
      className={error === undefined ? 'field' : 'field field-wrong'}
      {...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') })}
    >
      <legend className="label">{t(legend)}</legend>
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
      <div className={inline === true ? 'choices choices-inline' : 'choices'}>
        {choices.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            type={type}
            // The first one has the group's own id, so that an error summary can lead to it.
            id={index === 0 ? name : `${name}-${index}`}
            name={name}
            choice={choice}
            checked={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function ChoiceItem(props: {
  type: 'checkbox' | 'radio';
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
}): ReactNode {
  const { t } = usePage();
  const { type, id, name, choice, checked } = props;
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={checked}
        {...(choice.hint !== undefined && { 'aria-describedby': `${id}-choice-hint` })}
      />
      <label htmlFor={id}>
        {t(choice.label)}
        {choice.hint !== undefined && (
          <span className="hint" id={`${id}-choice-hint`}>
            {t(choice.hint)}
          </span>
        )}
      </label>
    </div>
  );
}
