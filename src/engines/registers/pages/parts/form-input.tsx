import type { ReactNode } from 'react';
import { directionOf, languageNames, type Language } from '#kernel/i18n/browser.ts';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Button, usePage } from '#kernel/ui/browser.ts';
import type { FormChoice, FormField } from '../../form/form-field.ts';
import { FileInput, RecordInput } from './form-pickers.tsx';
import { LanguageName } from './times.tsx';

/** One field of the form with its label, help, what is wrong, and its input. */
export function FormFieldView({ field }: { field: FormField }): ReactNode {
  const { t } = usePage();
  const { path, label, help, required, closed, errors, input } = field;
  const several = ['languages', 'some-of', 'yes-no', 'parts', 'rows'].includes(input.type);
  const wide = ['languages', 'paragraphs', 'rows', 'parts', 'some-of'].includes(input.type);
  const className = `field${errors.length > 0 ? ' field-wrong' : ''}${wide ? ' rg-wide' : ''}`;
  const frame = (
    <>
      {help !== undefined && (
        <p className="hint" id={`${path}-hint`}>
          {t(help)}
        </p>
      )}
      {closed !== undefined && <p className="rg-closed">{t(closed)}</p>}
      {errors.map((error, place) => (
        <p key={place} className="field-error" id={place === 0 ? `${path}-error` : undefined}>
          <span className="visually-hidden">{t(say('Error'))}: </span>
          {t(error)}
        </p>
      ))}
      <FieldInput field={field} />
    </>
  );
  return several ? (
    <fieldset className={className}>
      <legend className="label">
        <FieldLabel label={label} required={required} />
      </legend>
      {frame}
    </fieldset>
  ) : (
    <div className={className}>
      <label className="label" htmlFor={path}>
        <FieldLabel label={label} required={required} />
      </label>
      {frame}
    </div>
  );
}

function FieldLabel({ label, required }: { label: Text; required: boolean }): ReactNode {
  const { t } = usePage();
  return (
    <>
      {t(label)}
      {required && <span className="optional"> {t(say('(required)'))}</span>}
    </>
  );
}

/** What every input of a field carries. */
function named({ path, help, errors }: FormField): {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
} {
  const described = [help !== undefined && `${path}-hint`, errors.length > 0 && `${path}-error`].filter(
    (id) => id !== false,
  );
  return {
    id: path,
    name: path,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(errors.length > 0 && { 'aria-invalid': true as const }),
  };
}

function FieldInput({ field }: { field: FormField }): ReactNode {
  const { t } = usePage();
  const { path, input } = field;
  switch (input.type) {
    case 'line':
      return (
        <input
          className="input"
          type={input.as === 'number' ? 'text' : input.as}
          {...(input.as === 'number' && { inputMode: 'decimal' as const })}
          {...(input.width !== undefined && { style: { maxInlineSize: `${input.width + 4}ch` } })}
          defaultValue={input.value}
          {...named(field)}
        />
      );
    case 'paragraphs':
      return (
        <textarea
          className="input"
          rows={input.markdown ? 10 : 4}
          defaultValue={input.value}
          dir="auto"
          {...named(field)}
        />
      );
    case 'languages':
      return <LanguageInputs field={field} input={input} />;
    case 'one-of':
      return (
        <div className="select">
          <select defaultValue={input.chosen} {...named(field)}>
            <option value="">{t(say('– choose –'))}</option>
            {input.choices.map((choice) => (
              <ChoiceOption key={choice.value} choice={choice} />
            ))}
          </select>
        </div>
      );
    case 'some-of':
      return <SomeOf path={path} chosen={input.chosen} choices={input.choices} />;
    case 'yes-no':
      return (
        <div className="choices choices-inline">
          {(['yes', 'no', ''] as const).map((value) => (
            <div key={value} className="choice">
              <input
                type="radio"
                id={value === 'yes' ? path : `${path}-${value}`}
                name={path}
                value={value}
                defaultChecked={input.value === value}
              />
              <label htmlFor={value === 'yes' ? path : `${path}-${value}`}>
                {t(value === 'yes' ? say('Yes') : value === 'no' ? say('No') : say('Not known'))}
              </label>
            </div>
          ))}
        </div>
      );
    case 'parts':
      return (
        <div className="rg-row">
          {input.parts.map((part) => (
            <FormFieldView key={part.path} field={part} />
          ))}
        </div>
      );
    case 'rows':
      return <Rows path={path} rows={input.rows} />;
    case 'record':
      return <RecordInput input={input} attributes={named(field)} />;
    case 'file':
      return <FileInput input={input} path={path} attributes={named(field)} />;
  }
}

function LanguageInputs(props: { field: FormField; input: FormField['input'] & { type: 'languages' } }): ReactNode {
  const { language: own } = usePage();
  const { field, input } = props;
  const all = Object.keys(input.values) as Language[];
  // The reader's own language first, then those that are filled in; the rest folds away.
  const first = all
    .filter((each) => each === own || (input.values[each] ?? '') !== '')
    .toSorted((a, b) => Number(b === own) - Number(a === own));
  const rest = all.filter((each) => !first.includes(each));
  const { t } = usePage();
  const draw = (language: Language, place: number): ReactNode => {
    const id = place === 0 ? field.path : `${field.path}.${language}`;
    const common = {
      ...named(field),
      id,
      name: `${field.path}.${language}`,
      lang: language,
      dir: directionOf(language),
      className: 'input',
      defaultValue: input.values[language],
    };
    return (
      <div key={language} className="rg-language">
        <label htmlFor={id} lang={language}>
          {languageNames[language]}
        </label>
        {input.long ? <textarea rows={input.markdown ? 8 : 3} {...common} /> : <input type="text" {...common} />}
      </div>
    );
  };
  return (
    <div className="rg-languages">
      {first.map(draw)}
      <details>
        <summary>{t(say('Other languages'))}</summary>
        <div className="rg-languages">{rest.map((language) => draw(language, 1))}</div>
      </details>
    </div>
  );
}

function ChoiceOption({ choice }: { choice: FormChoice }): ReactNode {
  const { t } = usePage();
  const { value, label, depth } = choice;
  return (
    <option value={value}>
      {'\u00A0\u00A0'.repeat(depth)}
      {label === undefined ? <LanguageName code={value} /> : t(label)}
    </option>
  );
}

/** Many of a long list: what is chosen stands above, the whole list scrolls below. */
function SomeOf(props: { path: string; chosen: readonly string[]; choices: readonly FormChoice[] }): ReactNode {
  const { t } = usePage();
  const { path, chosen, choices } = props;
  const first = choices.filter(({ value }) => chosen.includes(value));
  const rest = choices.filter(({ value }) => !chosen.includes(value));
  return (
    <div className="rg-some" data-many={choices.length > 14 ? '' : undefined}>
      {[...first, ...rest].map(({ value, label, depth }, place) => {
        const id = place === 0 ? path : `${path}-${value}`;
        return (
          <div key={value} className="choice rg-choice" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
            <input type="checkbox" id={id} name={path} value={value} defaultChecked={chosen.includes(value)} />
            <label htmlFor={id}>{label === undefined ? <LanguageName code={value} /> : t(label)}</label>
          </div>
        );
      })}
    </div>
  );
}

function Rows({ path, rows }: { path: string; rows: readonly (readonly FormField[])[] }): ReactNode {
  const { t } = usePage();
  return (
    <div className="rg-rows" id={path}>
      {rows.map((row, place) => {
        const [only] = row;
        return row.length === 1 && only !== undefined && only.path === `${path}.${place}` ? (
          <FormFieldView key={place} field={{ ...only, label: say('Entry {number}', { number: place + 1 }) }} />
        ) : (
          <div key={place} className="rg-row" role="group" aria-label={t(say('Entry {number}', { number: place + 1 }))}>
            {row.map((field) => (
              <FormFieldView key={field.path} field={field} />
            ))}
          </div>
        );
      })}
      <div className="actions">
        <Button tone="quiet" small name="more" value={path} formNoValidate>
          {t(say('Another entry'))}
        </Button>
      </div>
    </div>
  );
}
