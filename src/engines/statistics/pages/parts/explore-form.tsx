import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, usePage } from '#kernel/ui/browser.ts';
import type { ExploreProps } from '../../explore/explore-props.ts';
import { PickerField } from './picker-field.tsx';

/** Everything that can be chosen; sends the choice as an address, with or without script. */
export function ExploreForm(props: ExploreProps): ReactNode {
  const { t, href } = usePage();
  const { pickers, hidden, view, paths } = props;
  const overTime = view === 'line' || view === 'multiples' || (view === 'table' && props.withoutPeriod === undefined);
  return (
    <form className="st-form" method="get" action={href(paths.form)} aria-labelledby="choose-title" id="choose">
      <h2 id="choose-title">{t(say('Choose what is shown'))}</h2>
      {hidden.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {pickers.map((picker) => (
        <PickerField
          key={picker.id}
          picker={picker}
          path={(query) => `${paths.form}${query === '' ? '' : `?${query}`}`}
        />
      ))}
      {overTime && props.periods.length > 1 && (
        <div className="st-pair">
          <PeriodField
            name="from"
            label={say('From')}
            periods={props.periods}
            value={props.span.from ?? props.periods[0]}
          />
          <PeriodField
            name="to"
            label={say('To')}
            periods={props.periods}
            value={props.span.to ?? props.periods.at(-1)}
          />
        </div>
      )}
      {view === 'table' && (
        <div className="st-pair">
          <PlaceField name="rows" label={say('Down')} {...props} value={props.places.down} />
          <PlaceField name="columns" label={say('Across')} {...props} value={props.places.across} />
        </div>
      )}
      <div className="st-form-end">
        <Button>{t(say('Show'))}</Button>
        <a href={href(paths.reset)} data-swap="">
          {t(say('Start again'))}
        </a>
      </div>
    </form>
  );
}

function PeriodField(props: {
  name: string;
  label: Parameters<ReturnType<typeof usePage>['t']>[0];
  periods: readonly string[];
  value: string | undefined;
}): ReactNode {
  const { t } = usePage();
  return (
    <div className="st-field">
      <label className="label" htmlFor={`choose-${props.name}`}>
        {t(props.label)}
      </label>
      <div className="select">
        <select id={`choose-${props.name}`} name={props.name} defaultValue={props.value}>
          {props.periods.map((period) => (
            <option key={period}>{period}</option>
          ))}
        </select>
      </div>
    </div>
  );
}

function PlaceField(props: {
  name: string;
  label: Parameters<ReturnType<typeof usePage>['t']>[0];
  places: ExploreProps['places'];
  value: string | undefined;
}): ReactNode {
  const { t } = usePage();
  return (
    <div className="st-field">
      <label className="label" htmlFor={`choose-${props.name}`}>
        {t(props.label)}
      </label>
      <div className="select">
        <select id={`choose-${props.name}`} name={props.name} defaultValue={props.value}>
          {props.places.choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
