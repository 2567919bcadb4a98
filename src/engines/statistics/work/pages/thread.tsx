import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { Button, errorOf, RadioGroup, Tag, TextArea, usePage } from '#kernel/ui/browser.ts';
import type { FindingProps } from './finding.tsx';
import { Who } from './who.tsx';
import { markWords, roleWords } from './words.ts';

/** What the State and the office said, in order. */
export function Thread(props: { entries: NonNullable<FindingProps['thread']> }): ReactNode {
  const { t, formats } = usePage();
  if (props.entries.length === 0) return <p className="hint">{t(say('Nobody has said anything yet.'))}</p>;
  return (
    <ol className="work-thread">
      {props.entries.map(({ body, at, role, who, mark }) => (
        <li key={`${at} ${body}`}>
          <p className="work-thread-head">
            <Who who={who} />, {t(roleWords[role] ?? role)}, <time dateTime={at}>{formats.dateTime(at)}</time>{' '}
            {mark !== undefined && <Tag tone={markWords[mark].tone}>{t(markWords[mark].label)}</Tag>}
          </p>
          <p className="work-thread-body" dir="auto">
            {body}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The State answers; the office asks back or decides. */
export function AnswerForm(props: FindingProps): ReactNode {
  const { t, href, context } = usePage();
  const { id, may, token, errors, entered, standing } = props;
  const decided = standing === 'accepted-as-is' || standing === 'to-be-corrected';
  const choices: { value: string; label: Message; hint?: Message }[] = [
    {
      value: 'answer',
      label: say('Write to the State'),
      hint: say('A question or an explanation; the finding stays open.'),
    },
    { value: 'to-be-corrected', label: say('It will be corrected'), hint: say('A corrected file is expected.') },
    {
      value: 'accepted-as-is',
      label: say('Accept the figure as it is'),
      hint: say('The finding is explained; say how.'),
    },
    ...(decided ? [{ value: 'reopened', label: say('Open the finding again') }] : []),
  ];
  const action = `${href(`/work/findings/${id}`)}${context.query === '' ? '' : `?${context.query}`}`;
  return (
    <form className="form" method="post" action={action} noValidate>
      <input type="hidden" name="token" value={token} />
      {may.settle ? (
        <RadioGroup
          name="act"
          legend={say('What do you want to do?')}
          choices={choices}
          chosen={entered.act ?? 'answer'}
          error={errorOf(errors, 'act')}
        />
      ) : (
        <input type="hidden" name="act" value="answer" />
      )}
      <TextArea
        name="body"
        label={may.settle ? say('Message or reason') : say('Your answer')}
        hint={
          may.settle
            ? say('The State and the office read it; it is never published.')
            : say(
                'Explain the figure, or say when a corrected one will come. The office reads it; it is never published.',
              )
        }
        error={errorOf(errors, 'body')}
        defaultValue={entered.body ?? ''}
        maxLength={10_000}
        dir="auto"
        rows={4}
      />
      <div className="actions">
        <Button>{t(say('Keep it with the finding'))}</Button>
      </div>
    </form>
  );
}
