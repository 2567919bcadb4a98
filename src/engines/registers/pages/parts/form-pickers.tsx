import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';
import type { FormField } from '../../form/form-field.ts';

type Attributes = { readonly id: string; readonly name: string };

/** A record of another register by its id; script offers titles while one types. */
export function RecordInput(props: {
  input: FormField['input'] & { type: 'record' };
  attributes: Attributes;
}): ReactNode {
  const { t } = usePage();
  const { input, attributes } = props;
  return (
    <>
      <input
        className="input"
        type="text"
        autoComplete="off"
        list={`titles-${input.register}`}
        defaultValue={input.value}
        {...attributes}
      />
      {input.title !== undefined && <p className="hint">{t(input.title)}</p>}
    </>
  );
}

/** A new file, beside the one that is kept until another takes its place. */
export function FileInput(props: {
  input: FormField['input'] & { type: 'file' };
  path: string;
  attributes: Attributes;
}): ReactNode {
  const { t } = usePage();
  const { input, path, attributes } = props;
  return (
    <>
      {input.kept !== undefined && (
        <div className="choice">
          <input type="checkbox" id={`${path}-keep`} name={path} value={input.kept.value} defaultChecked />
          <label htmlFor={`${path}-keep`}>{t(say('Keep {name}', { name: input.kept.name }))}</label>
        </div>
      )}
      <input type="file" accept={input.accept} {...attributes} name={`${path}.new`} />
    </>
  );
}
