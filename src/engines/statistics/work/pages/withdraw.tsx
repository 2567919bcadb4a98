import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  DescriptionList,
  errorOf,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeader,
  TextArea,
  usePage,
  type FieldError,
} from '#kernel/ui/browser.ts';
import type { ReleaseView } from './release-view.ts';

export interface WithdrawProps {
  readonly release: ReleaseView;
  readonly name: Text;
  readonly errors: readonly FieldError[];
  readonly reason: string;
}

/** Takes a wrong release out of use, with its reason, after looking at what that means. */
export default function Withdraw({ release, name, errors, reason }: WithdrawProps): ReactNode {
  const { t, href, formats } = usePage();
  const { flow, withdrawn } = release;
  const address = `/work/releases/withdraw?${new URLSearchParams({ flow, release: String(release.release) })}`;
  const back = `/work/releases?flow=${encodeURIComponent(flow)}`;
  return (
    <div className="work">
      <PageHeader
        title={say('Withdraw release {number}', { number: String(release.release) })}
        lead={say(
          'Nothing is deleted: its number, files and checksum stay, and the reason is shown in its place. The release before it is in force again.',
        )}
      />
      <ErrorSummary errors={errors} />
      <DescriptionList
        items={[
          { term: say('Flow'), value: t(name) },
          { term: say('Released'), value: formats.dateTime(release.releasedAt) },
          { term: say('Figures'), value: formats.number(release.observations) },
          { term: say('Citation'), value: release.citation },
        ]}
      />
      {withdrawn === undefined ? (
        <form className="form" method="post" action={href(address)} noValidate>
          <input type="hidden" name="flow" value={flow} />
          <input type="hidden" name="release" value={release.release} />
          <TextArea
            name="reason"
            label={say('Reason')}
            hint={say('Everybody who follows a citation of this release will read it.')}
            error={errorOf(errors, 'reason')}
            defaultValue={reason}
            rows={3}
            maxLength={2000}
            dir="auto"
          />
          <div className="actions">
            <Button tone="danger">{t(say('Withdraw the release'))}</Button>
            <LinkButton tone="quiet" path={back}>
              {t(say('Back without doing it'))}
            </LinkButton>
          </div>
        </form>
      ) : (
        <Notice tone="warn" title={say('It is withdrawn already')}>
          <p>{withdrawn.reason}</p>
        </Notice>
      )}
    </div>
  );
}
