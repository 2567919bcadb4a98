import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Button, LinkButton, usePage } from '#kernel/ui/browser.ts';
import { LanguageName } from './times.tsx';

export interface FacetView {
  readonly id: string;
  readonly label: Text;
  readonly values: readonly {
    readonly value: string;
    /** Absent for a language, which is named by its code. */
    readonly label?: Text;
    readonly count: number;
    readonly chosen: boolean;
  }[];
}

/** Values shown before the rest folds away. */
const inSight = 7;

/** Everything that a list can be narrowed by; plain boxes and one button, so that it works without script. */
export function Filters(props: {
  path: string;
  facets: readonly FacetView[];
  /** What else the address holds and must keep. */
  keep: Readonly<Record<string, string>>;
}): ReactNode {
  const { t, href } = usePage();
  const { path, facets, keep } = props;
  const chosen = facets.reduce((sum, { values }) => sum + values.filter((value) => value.chosen).length, 0);
  return (
    <details className="rg-filters" open={chosen > 0}>
      <summary>{chosen === 0 ? t(say('Narrow down')) : t(say('Narrow down ({count})', { count: chosen }))}</summary>
      <form method="get" action={href(path)} aria-label={t(say('Narrow down'))}>
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {facets.map((facet) => (
          <FacetBoxes key={facet.id} facet={facet} />
        ))}
        <div className="actions">
          <Button small>{t(say('Apply'))}</Button>
          {chosen > 0 && (
            <LinkButton tone="quiet" small path={withWords(path, keep['q'])}>
              {t(say('Clear'))}
            </LinkButton>
          )}
        </div>
      </form>
    </details>
  );
}

const withWords = (path: string, words: string | undefined): string =>
  words === undefined || words === '' ? path : `${path}?${new URLSearchParams({ q: words }).toString()}`;

function FacetBoxes({ facet }: { facet: FacetView }): ReactNode {
  const { t } = usePage();
  const { values } = facet;
  // What is chosen stays in sight, wherever it stands in the order.
  const first = values.filter(({ chosen }, place) => chosen || place < inSight);
  const rest = values.filter((value) => !first.includes(value));
  if (values.length === 0) return null;
  return (
    <fieldset className="rg-facet">
      <legend className="label">{t(facet.label)}</legend>
      {first.map((value) => (
        <Box key={value.value} facet={facet.id} value={value} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{t(say('{count, plural, one {# more} other {# more}}', { count: rest.length }))}</summary>
          {rest.map((value) => (
            <Box key={value.value} facet={facet.id} value={value} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

function Box(props: { facet: string; value: FacetView['values'][number] }): ReactNode {
  const { t, formats } = usePage();
  const { value, label, count, chosen } = props.value;
  const id = `filter-${props.facet}-${value}`;
  return (
    <div className="choice rg-choice">
      <input type="checkbox" id={id} name={`filter[${props.facet}]`} value={value} defaultChecked={chosen} />
      <label htmlFor={id}>
        <span>{label === undefined ? <LanguageName code={value} /> : t(label)}</span>{' '}
        <span className="rg-count">{formats.number(count)}</span>
      </label>
    </div>
  );
}
