import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  Checkbox,
  errorOf,
  Field,
  FieldShell,
  inputProps,
  Progress,
  Rich,
  Select,
  usePage,
  type FieldError,
} from '#kernel/ui/browser.ts';

export interface UploadEntries {
  readonly flow?: string;
  readonly newFlow?: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
}

interface UploadProps {
  readonly flows: readonly { readonly id: string; readonly name: Text; readonly mappings: readonly string[] }[];
  readonly token: string;
  readonly errors: readonly FieldError[];
  readonly entered: UploadEntries;
}

/** Bytes; the server refuses more, and says so again. */
const largest = 200_000_000;

/** Brings a file in. It works as a plain form; with script it takes a dropped file and asks only what is needed. */
export function UploadForm(props: UploadProps): ReactNode {
  const { t, href } = usePage();
  const { flows, token, errors, entered } = props;
  const [alive, setAlive] = useState(false);
  const [flow, setFlow] = useState(entered.flow ?? (flows.length === 0 ? 'new' : ''));
  const [sending, setSending] = useState(false);
  useEffect(() => setAlive(true), []);
  const isNew = flow === 'new';
  const chosen = flows.find(({ id }) => id === flow);
  const all = [...new Set(flows.flatMap(({ mappings }) => mappings))];
  const mappings = [...(alive ? (chosen?.mappings ?? []) : all), 'sdmx-csv'];
  return (
    <form
      className="form"
      method="post"
      action={href('/work/imports')}
      encType="multipart/form-data"
      noValidate
      onSubmit={() => setSending(true)}
    >
      <input type="hidden" name="token" value={token} />
      <Select
        name="flow"
        label={say('Flow')}
        hint={say('The table that the figures belong to.')}
        error={errorOf(errors, 'flow')}
        value={flow}
        onChange={(event) => setFlow(event.currentTarget.value)}
        choices={[
          ...(flows.length === 0 ? [] : [{ value: '', label: say('Choose a flow') }]),
          ...flows.map(({ id, name }) => ({ value: id, label: `${t(name)} · ${id}` })),
          { value: 'new', label: say('A new flow from a workbook of the UNODC data portal') },
        ]}
      />
      {(!alive || isNew) && (
        <Field
          name="newFlow"
          label={say('Name of the new flow')}
          optional={!alive}
          hint={say(
            'Agency, colon, flow, in capitals: UNODC:HOMICIDE. Needed only for a new flow; its codes are made of the words in the file.',
          )}
          error={errorOf(errors, 'newFlow')}
          defaultValue={entered.newFlow ?? ''}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
          width={30}
        />
      )}
      {(!alive || !isNew) && (
        <Select
          name="mapping"
          label={say('How the columns are read')}
          optional
          defaultValue={entered.mapping ?? ''}
          choices={[
            { value: '', label: say('As the flow says') },
            ...mappings.map((id) => ({
              value: id,
              label: id === 'sdmx-csv' ? say('SDMX-CSV: columns named after the flow’s own') : id,
            })),
          ]}
        />
      )}
      <FileField error={errorOf(errors, 'file')} alive={alive} />
      <Checkbox
        name="dryRun"
        label={say('Try it out first')}
        hint={say('Reads and checks everything, lists the findings, and keeps nothing.')}
        checked={entered.dryRun === true}
      />
      <div className="actions">
        <Button disabled={sending}>{t(say('Send the file'))}</Button>
      </div>
      {sending && (
        <Progress
          label={say('Sending the file')}
          note={say('On a slow line this can take minutes. Leave this page open until the next one appears.')}
        />
      )}
      <p className="hint">
        <Rich
          text={say(
            'Nothing is published by this: a person accepts the batch, and a release is made of what is accepted. <a>Where such files come from</a>.',
          )}
          parts={{ a: (words) => <a href={href('/data-files')}>{words}</a> }}
        />
      </p>
    </form>
  );
}

function FileField(props: { error: Text | undefined; alive: boolean }): ReactNode {
  const { t, formats } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<{ name: string; size: number }>();
  const tooLarge = file !== undefined && file.size > largest;
  const look = (files: FileList | null | undefined): void => {
    const first = files?.[0];
    setFile(first === undefined ? undefined : { name: first.name, size: first.size });
  };
  const drop = (event: DragEvent<HTMLElement>): void => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    if (input.current === null || files.length === 0) return;
    input.current.files = files;
    look(files);
  };
  const frame = {
    name: 'file',
    label: say('File'),
    hint: say('An Excel workbook (.xlsx), a delimited text file (.csv, .tsv) or SDMX-CSV, up to 200 MB.'),
    error: tooLarge
      ? say('This file is larger than 200 MB. Split it by year, or import it on the server.')
      : props.error,
  };
  return (
    <div
      className={over ? 'work-drop work-drop-over' : 'work-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FieldShell {...frame}>
        <input
          ref={input}
          className="work-file"
          type="file"
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => look(event.currentTarget.files)}
          {...inputProps(frame)}
        />
      </FieldShell>
      {props.alive && (
        <p className="hint" aria-live="polite">
          {file === undefined
            ? t(say('You can also drop a file here.'))
            : t(say('{name}, {size}', { name: file.name, size: formats.bytes(file.size) }))}
        </p>
      )}
    </div>
  );
}
