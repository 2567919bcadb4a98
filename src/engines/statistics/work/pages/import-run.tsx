import { useEffect, useState, type ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { DescriptionList, LinkButton, Notice, PageHeader, Progress, usePage } from '#kernel/ui/browser.ts';
import { DryRun, type DryRunView } from './dry-run.tsx';
import { isUnderWay, type RunView } from './run-list.tsx';
import { Who } from './who.tsx';
import { doingWords } from './words.ts';

export interface ImportRunProps {
  readonly run: RunView;
  readonly page: number;
  readonly result?: DryRunView;
}

/** How far an import is, what became of it, and what to do next. It can be left and come back to. */
export default function ImportRun(props: ImportRunProps): ReactNode {
  const { href } = usePage();
  const run = useProgress(props.run);
  return (
    <div className="work">
      <PageHeader title={run.file.name} kind={run.dryRun ? say('Trial') : say('Import')} />
      <State run={run} />
      {props.result !== undefined && <DryRun result={props.result} page={props.page} />}
      <About run={run} />
      <div className="actions">
        <LinkButton tone={isUnderWay(run) ? 'secondary' : 'primary'} path="/work/imports">
          <Words run={run} />
        </LinkButton>
      </div>
      {isUnderWay(run) && (
        <noscript>
          <meta httpEquiv="refresh" content={`3; url=${href(`/work/imports/${run.id}`)}`} />
        </noscript>
      )}
    </div>
  );
}

function Words({ run }: { run: RunView }): ReactNode {
  const { t } = usePage();
  if (isUnderWay(run)) return t(say('All imports'));
  return run.state === 'done' ? t(say('Send the file, or another one')) : t(say('Send a file again'));
}

function State({ run }: { run: RunView }): ReactNode {
  const { t, formats } = usePage();
  const rows = formats.number(run.rows);
  if (isUnderWay(run)) {
    return (
      <div className="work-progress" role="status">
        <Progress
          label={
            run.state === 'waiting'
              ? say('Waiting for another import to end')
              : (doingWords[run.doing ?? ''] ?? say('Under way'))
          }
          note={say('{rows} rows so far. You can leave this page: the import goes on, and you find it under Imports.', {
            rows,
          })}
        />
      </div>
    );
  }
  if (run.state === 'interrupted') {
    return (
      <Notice tone="bad" title={say('The import was interrupted')}>
        <p>
          {t(say('The server stopped while it was reading this file. Nothing of it was kept. Send the file again.'))}
        </p>
      </Notice>
    );
  }
  if (run.state === 'failed') {
    return (
      <Notice tone="bad" title={say('The file was not imported')}>
        <p>
          {t(
            run.problem ??
              say('Something went wrong on our side, and nothing was imported. Try again, and report it if it stays.'),
          )}
        </p>
      </Notice>
    );
  }
  return run.dryRun ? (
    <Notice tone="info" title={say('This was a trial')}>
      <p>
        {t(
          say(
            'Everything was read and checked, and nothing was kept. Send the file again without “Try it out first” to import it.',
          ),
        )}
      </p>
    </Notice>
  ) : null;
}

function About({ run }: { run: RunView }): ReactNode {
  const { formats, t } = usePage();
  return (
    <DescriptionList
      items={[
        { term: say('Flow'), value: <bdi className="work-id">{run.flow}</bdi> },
        { term: say('How the columns are read'), value: run.mapping ?? t(say('As the flow says')) },
        { term: say('Size'), value: formats.bytes(run.file.size) },
        { term: say('SHA-256'), value: <code dir="ltr">{run.file.sha256}</code> },
        { term: say('Sent'), value: formats.dateTime(run.begunAt) },
        { term: say('By'), value: <Who who={run.who} /> },
      ]}
    />
  );
}

/** Asks how far it is every second while it is under way; when it has ended, the page is opened anew. */
function useProgress(first: RunView): RunView {
  const { href } = usePage();
  const [run, setRun] = useState(first);
  const underWay = isUnderWay(run);
  useEffect(() => {
    if (!underWay) return undefined;
    const address = href(`/work/imports/${first.id}`);
    const ask = async (): Promise<void> => {
      const answer = await fetch(`${address}/progress`, { headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      // Written by the route beside this page.
      const now = (await answer.json()) as RunView;
      if (isUnderWay(now)) setRun({ ...now, who: first.who });
      else location.replace(address);
    };
    // A bad line: the next second tries again.
    const timer = setInterval(() => void ask().catch(() => undefined), 1000);
    return () => clearInterval(timer);
  }, [underWay, first, href]);
  return run;
}
