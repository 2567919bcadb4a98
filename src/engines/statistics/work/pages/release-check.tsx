import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  DescriptionList,
  errorOf,
  ErrorSummary,
  Field,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  usePage,
  type FieldError,
} from '#kernel/ui/browser.ts';
import type { DisclosureSummary } from '../../disclosure/disclosure-rule.ts';
import type { ChangesView } from '../routes/changes-view.ts';
import { ChangesTable } from './changes.tsx';

export interface ReleaseCheckProps {
  readonly flow: string;
  readonly name: Text;
  readonly note: string;
  /** As it was entered. */
  readonly embargo: string;
  readonly embargoUntil?: string;
  readonly audience: string;
  readonly number: number;
  readonly token: string;
  readonly errors: readonly FieldError[];
  readonly changes?: ChangesView;
  readonly hidden?: DisclosureSummary;
}

/** Check your answers: what the release will hold and change, before it is made. */
export default function ReleaseCheck(props: ReleaseCheckProps): ReactNode {
  const { t, href, formats } = usePage();
  const { flow, name, note, embargo, embargoUntil, audience, number, token, errors, changes, hidden } = props;
  const back = `/work/releases?flow=${encodeURIComponent(flow)}`;
  const wrongTime = errorOf(errors, 'embargo');
  const unchanged = changes !== undefined && changes.new + changes.revised + changes.gone === 0;
  return (
    <div className="work">
      <PageHeader
        title={say('Make a release')}
        lead={say(
          'Look at what it changes. A release never changes again; a wrong one can be withdrawn, with its reason.',
        )}
      />
      <ErrorSummary errors={errors} />
      <DescriptionList
        items={[
          { term: say('Flow'), value: t(name) },
          { term: say('Number'), value: formats.number(number) },
          { term: say('Readers'), value: audience === 'public' ? t(say('everybody')) : audience },
          {
            term: say('Embargo'),
            value:
              embargoUntil === undefined
                ? t(say('none: it is public at once'))
                : t(say('until {time}', { time: formats.dateTime(embargoUntil) })),
          },
          ...(hidden === undefined
            ? []
            : [
                {
                  term: say('Hidden from the public'),
                  value: t(
                    say(
                      '{primary} small counts and what is computed from them, {secondary} that would give them away',
                      {
                        primary: formats.number(hidden.primary),
                        secondary: formats.number(hidden.secondary),
                      },
                    ),
                  ),
                },
              ]),
          { term: say('Note'), value: note === '' ? t(say('none')) : <span dir="auto">{note}</span> },
        ]}
      />
      <Section title={say('What changes against the release in force')}>
        {changes === undefined ? (
          <Notice tone="warn" title={say('No batch of this flow is accepted')}>
            <p>{t(say('A release is made of accepted batches. Accept one first.'))}</p>
          </Notice>
        ) : (
          <>
            {unchanged && (
              <Notice tone="warn">
                <p>{t(say('This release would be the same as the one in force.'))}</p>
              </Notice>
            )}
            <ChangesTable changes={changes} same={t(say('Figures that stay as they are'))} />
          </>
        )}
      </Section>
      <form className="form" method="post" action={href('/work/releases/make')} noValidate>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="flow" value={flow} />
        <input type="hidden" name="note" value={note} />
        {wrongTime === undefined ? (
          <input type="hidden" name="embargo" value={embargo} />
        ) : (
          <Field
            name="embargo"
            label={say('Embargo until, in UTC')}
            type="datetime-local"
            optional
            defaultValue={embargo}
            error={wrongTime}
            width={22}
          />
        )}
        <div className="actions">
          {changes !== undefined && <Button>{t(say('Make release {number}', { number: String(number) }))}</Button>}
          <LinkButton tone="quiet" path={back}>
            {t(say('Back without doing it'))}
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
