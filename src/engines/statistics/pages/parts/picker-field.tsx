import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';
import type { Picker, PickerCode } from '../../explore/pickers.ts';

interface PickerProps {
  readonly picker: Picker;
  readonly path: (query: string) => string;
}

/** Choice of one dimension: a list of one, or boxes for several that open below what is chosen. */
export function PickerField({ picker, path }: PickerProps): ReactNode {
  return picker.kind === 'one' ? <OneOf picker={picker} /> : <SeveralOf picker={picker} path={path} />;
}

function OneOf({ picker }: { picker: Picker }): ReactNode {
  const { t } = usePage();
  const id = `choose-${picker.id}`;
  const option = (code: PickerCode): ReactNode => (
    <option key={code.id} value={code.id} disabled={!code.available && !code.chosen}>
      {code.available || code.chosen ? code.name : t(say('{name} (no figures here)', { name: code.name }))}
    </option>
  );
  return (
    <div className="st-field">
      <label className="label" htmlFor={id}>
        {picker.name}
      </label>
      <div className="select">
        <select
          id={id}
          name={picker.parameter}
          defaultValue={picker.groups.flatMap(({ codes }) => codes).find(({ chosen }) => chosen)?.id}
        >
          {picker.groups.map(({ label, codes }) =>
            label === undefined ? (
              codes.map(option)
            ) : (
              <optgroup key={label} label={label}>
                {codes.map(option)}
              </optgroup>
            ),
          )}
        </select>
      </div>
    </div>
  );
}

function SeveralOf({ picker, path }: PickerProps): ReactNode {
  const { t, href } = usePage();
  const { id, name, summary, groups, allQuery, resetQuery, long } = picker;
  return (
    <details className="st-picker" id={`choose-${id}`} data-keep-open="">
      <summary>
        <span className="st-picker-name">{name}</span>
        <span className="st-picker-chosen">{summary}</span>
      </summary>
      <fieldset
        data-island={long ? 'filter-choices' : undefined}
        data-filter-label={t(say('Search in {name}', { name }))}
      >
        <legend className="visually-hidden">{name}</legend>
        {(allQuery !== undefined || resetQuery !== undefined) && (
          <p className="st-picker-links">
            {allQuery !== undefined && (
              <a href={href(path(allQuery))} data-swap="">
                {t(say('Choose all'))}
              </a>
            )}
            {resetQuery !== undefined && (
              <a href={href(path(resetQuery))} data-swap="">
                {t(say('As suggested'))}
              </a>
            )}
          </p>
        )}
        <div className={long ? 'st-choices st-choices-long' : 'st-choices'}>
          {groups.map(({ label, codes }, at) => (
            <div key={label ?? at} className="st-choice-group" role="group" aria-label={label}>
              {label !== undefined && <p className="st-choice-label">{label}</p>}
              {codes.map((code) => (
                <label
                  key={code.id}
                  className={code.available || code.chosen ? 'st-choice' : 'st-choice st-unavailable'}
                >
                  <input
                    type="checkbox"
                    name={picker.parameter}
                    value={code.id}
                    defaultChecked={code.chosen}
                    disabled={!code.available && !code.chosen}
                  />
                  <span>
                    {code.name}
                    {!code.available && !code.chosen && (
                      <span className="st-no-figures"> {t(say('no figures here'))}</span>
                    )}
                  </span>
                </label>
              ))}
            </div>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
