import type { ReactNode } from 'react';
import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  DescriptionList,
  errorOf,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Status,
  TextArea,
  usePage,
  type FieldError,
} from '#kernel/ui/browser.ts';
import type { BatchSummary } from '../../list-batches.ts';
import type { ChangesView } from '../routes/changes-view.ts';
import { ChangesTable } from './changes.tsx';
import { batchWords } from './words.ts';

export interface BatchActProps {
  readonly act: 'accept' | 'reject' | 'undo';
  /** Whether the batch stands so that this can be done. */
  readonly possible: boolean;
  readonly batch: Omit<BatchSummary, 'importedAt' | 'importedBy'>;
  readonly flowName: Text;
  readonly errors: readonly FieldError[];
  readonly note: string;
  readonly changes?: ChangesView;
}

const words: Readonly<Record<BatchActProps['act'], { title: Message; lead: Message; button: Message; note: Message }>> =
  {
    accept: {
      title: say('Accept the batch'),
      lead: say(
        'Look at what this changes. Accepting is recorded with your name; nothing is public before a release is made.',
      ),
      button: say('Accept the batch'),
      note: say('Note'),
    },
    reject: {
      title: say('Turn the batch down'),
      lead: say('The batch is kept with its findings and your reason, and will never be released.'),
      button: say('Turn the batch down'),
      note: say('Reason'),
    },
    undo: {
      title: say('Take the acceptance back'),
      lead: say('The next release is made without this batch. What is released already stays as it is.'),
      button: say('Take the acceptance back'),
      note: say('Reason'),
    },
  };

/** Check your answers: what accepting, turning down or taking back will do, before it is done. */
export default function BatchAct(props: BatchActProps): ReactNode {
  const { t, href, formats } = usePage();
  const { act, possible, batch, errors, changes } = props;
  const { title, lead, button, note } = words[act];
  const back = `/work/imports/${batch.id}`;
  return (
    <div className="work">
      <PageHeader title={title} lead={lead} />
      <ErrorSummary errors={errors} />
      <DescriptionList
        items={[
          { term: say('File'), value: <bdi>{batch.file.name}</bdi> },
          { term: say('Flow'), value: t(props.flowName) },
          {
            term: say('Status'),
            value: <Status tone={batchWords[batch.status].tone}>{t(batchWords[batch.status].label)}</Status>,
          },
          {
            term: say('Rows'),
            value: t(
              say('{rows} rows: {observations} figures used, {suppressed} hidden at the source, {rejected} not used', {
                rows: formats.number(batch.rows),
                observations: formats.number(batch.observations),
                suppressed: formats.number(batch.suppressed),
                rejected: formats.number(batch.rejected),
              }),
            ),
          },
        ]}
      />
      {!possible && (
        <Notice tone="warn" title={say('This cannot be done now')}>
          <p>{t(say('The batch stands otherwise than when the page before was opened. Go back to it.'))}</p>
        </Notice>
      )}
      {changes !== undefined && (
        <Section title={say('What changes in the accepted figures')}>
          <ChangesTable changes={changes} same={t(say('Figures that stay as they are'))} />
        </Section>
      )}
      {possible ? (
        <form className="form" method="post" action={href(`${back}/${act}`)}>
          <TextArea
            name="note"
            label={note}
            optional={act === 'accept'}
            hint={
              act === 'accept'
                ? say('For the record: what was looked at, what was left open.')
                : say('For the record, and for whoever sent the file.')
            }
            error={errorOf(errors, 'note')}
            rows={3}
            maxLength={2000}
            defaultValue={props.note}
          />
          <div className="actions">
            <Button tone={act === 'accept' ? 'primary' : 'danger'}>{t(button)}</Button>
            <LinkButton tone="quiet" path={back}>
              {t(say('Back without doing it'))}
            </LinkButton>
          </div>
        </form>
      ) : (
        <div className="actions">
          <LinkButton path={back}>{t(say('Back to the batch'))}</LinkButton>
        </div>
      )}
    </div>
  );
}
