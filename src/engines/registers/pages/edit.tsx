import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Button, ErrorSummary, LinkButton, PageHeader, usePage, type FieldError } from '#kernel/ui/browser.ts';
import type { FormField } from '../form/form-field.ts';
import { FormFieldView } from './parts/form-input.tsx';
import { Sides, type SidesView } from './parts/sides.tsx';

export interface EditProps {
  readonly register: { readonly id: string; readonly one: Text };
  /** Absent for a new record. */
  readonly record?: { readonly id: string; readonly title: Text; readonly revision: string };
  readonly action: string;
  /** Sent twice, done once. */
  readonly token: string;
  readonly fields: readonly FormField[];
  readonly errors: readonly FieldError[];
  /** Somebody else saved meanwhile: both sides, field by field. */
  readonly conflict?: SidesView;
  /** Titles to choose references from, by register. */
  readonly titles: Readonly<Record<string, readonly { readonly id: string; readonly title: Text }[]>>;
  readonly cancel: string;
}

/** The form of one record; the same for a new one and for a change. */
export default function EditPage(props: EditProps): ReactNode {
  const { t, href } = usePage();
  const { register, record, fields, errors, conflict, titles } = props;
  return (
    <div className="rg rg-form">
      <PageHeader
        kind={register.one}
        title={record === undefined ? say('A new record') : say('Change “{title}”', { title: t(record.title) })}
        lead={say('What may be missing in a draft must be there before it is published: such fields say “required”.')}
      />
      <ErrorSummary errors={errors} />
      {conflict !== undefined && <Sides sides={conflict} />}
      <form
        method="post"
        action={href(props.action)}
        encType="multipart/form-data"
        data-island="guard-changes"
        data-words={t(say('Changes on this page are not saved yet.'))}
      >
        <input type="hidden" name="token" value={props.token} />
        {record !== undefined && (
          <input type="hidden" name="revision" value={conflict === undefined ? record.revision : conflict.revision} />
        )}
        {fields.map((field) => (
          <FormFieldView key={field.path} field={field} />
        ))}
        {Object.entries(titles).map(([id, options]) => (
          <datalist key={id} id={`titles-${id}`}>
            {options.map((option) => (
              <option key={option.id} value={option.id} label={t(option.title)} />
            ))}
          </datalist>
        ))}
        <TextField label={say('What was changed, and why (for the history)')} />
        <div className="actions rg-saved">
          <Button>{t(say('Save'))}</Button>
          <LinkButton tone="quiet" path={props.cancel}>
            {t(say('Cancel'))}
          </LinkButton>
          <span data-unsaved aria-live="polite" />
        </div>
      </form>
    </div>
  );
}

function TextField({ label }: { label: Text }): ReactNode {
  const { t } = usePage();
  return (
    <div className="field">
      <label className="label" htmlFor="note">
        {t(label)}
        <span className="optional"> {t(say('(optional)'))}</span>
      </label>
      <input className="input" type="text" id="note" name="note" maxLength={500} />
    </div>
  );
}
