import type { ReactNode } from 'react';
import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

/** Headings of the custodian's metadata layout, by section. */
const headings: Readonly<Record<string, Message>> = {
  '0.a': say('Goal'),
  '0.b': say('Target'),
  '0.c': say('Indicator'),
  '0.d': say('Series'),
  '0.e': say('Metadata update'),
  '0.f': say('Related indicators'),
  '0.g': say('International organizations responsible for global monitoring'),
  '1.a': say('Organization'),
  '2.a': say('Definition and concepts'),
  '2.b': say('Unit of measure'),
  '2.c': say('Classifications'),
  '3.a': say('Data sources'),
  '3.b': say('Data collection method'),
  '3.c': say('Data collection calendar'),
  '3.d': say('Data release calendar'),
  '3.e': say('Data providers'),
  '3.f': say('Data compilers'),
  '3.g': say('Institutional mandate'),
  '4.a': say('Rationale'),
  '4.b': say('Comment and limitations'),
  '4.c': say('Method of computation'),
  '4.d': say('Validation'),
  '4.e': say('Adjustments'),
  '4.f': say('Treatment of missing values'),
  '4.g': say('Regional aggregations'),
  '4.h': say('Methods and guidance for countries'),
  '4.i': say('Quality management'),
  '5': say('Data availability and disaggregation'),
  '6': say('Comparability and deviation from international standards'),
  '7': say('References'),
};

/** Metadata of an indicator, section by section. */
export function MetadataSections(props: {
  sections: readonly { readonly section: string; readonly text: Text }[];
}): ReactNode {
  const { t } = usePage();
  if (props.sections.length === 0) return null;
  return (
    <details className="metadata" open>
      <summary>{t(say('Metadata in the layout of the custodian agency'))}</summary>
      <dl className="description">
        {props.sections.map(({ section, text }) => (
          <div key={section}>
            <dt>
              {section} {t(headings[section] ?? section)}
            </dt>
            <dd {...(typeof text === 'string' && { lang: 'en', dir: 'ltr' })}>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
