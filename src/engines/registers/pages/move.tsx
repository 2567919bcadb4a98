import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeader,
  TextArea,
  usePage,
  type FieldError,
} from '#kernel/ui/browser.ts';
import { CitedBy, type CitedByView } from './parts/cited-by.tsx';

export interface MoveProps {
  readonly title: Text;
  readonly action: string;
  readonly cancel: string;
  readonly token: string;
  readonly revision: string;
  /** What the button says: “Withdraw”. */
  readonly label: Text;
  readonly grave: boolean;
  readonly needsReason: boolean;
  readonly errors: readonly FieldError[];
  /** What keeps the record from being moved, or should be looked at first. */
  readonly findings: readonly { readonly severity: 'error' | 'warning'; readonly said: Text; readonly path: string }[];
  /** What rests on it, asked for before it is withdrawn. */
  readonly citedBy: readonly CitedByView[];
  readonly reason: string;
}

/** One step of a record's life, asked for once more, with what follows from it. */
export default function MovePage(props: MoveProps): ReactNode {
  const { t, href } = usePage();
  const { label, findings, citedBy, errors } = props;
  const blocking = findings.filter(({ severity }) => severity === 'error');
  return (
    <div className="rg rg-form">
      <PageHeader kind={label} title={props.title} />
      <ErrorSummary errors={errors} />
      {findings.length > 0 && (
        <Notice
          tone={blocking.length > 0 ? 'bad' : 'warn'}
          title={blocking.length > 0 ? say('Something is missing first') : say('Please look at this first')}
        >
          <ul>
            {findings.map(({ said, path }, place) => (
              <li key={place}>
                <a href={href(path)}>{t(said)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {citedBy.length > 0 && (
        <>
          <Notice tone="warn" title={say('Other records refer to this one')}>
            <p>{t(say('They stay as they are, and will show that what they refer to has been withdrawn.'))}</p>
          </Notice>
          <CitedBy groups={citedBy} />
        </>
      )}
      <form method="post" action={href(props.action)}>
        <input type="hidden" name="token" value={props.token} />
        <input type="hidden" name="revision" value={props.revision} />
        <TextArea
          name="reason"
          label={say('Reason')}
          optional={!props.needsReason}
          hint={say('Kept in the history, and shown on the page of a withdrawn record.')}
          defaultValue={props.reason}
          error={errors.find(({ field }) => field === 'reason')?.message}
        />
        <div className="actions">
          <Button tone={props.grave ? 'danger' : 'primary'} disabled={blocking.length > 0}>
            {t(label)}
          </Button>
          <LinkButton tone="quiet" path={props.cancel}>
            {t(say('Cancel'))}
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
