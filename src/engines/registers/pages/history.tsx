import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { Button, PageHeader, Tag, usePage } from '#kernel/ui/browser.ts';

export interface HistoryProps {
  readonly path: string;
  readonly title: Text;
  readonly versions: readonly {
    readonly version: number;
    /** ISO 8601. */
    readonly at: string;
    readonly who: Text;
    readonly state: Text;
    readonly note?: string;
    readonly restoredFrom?: number;
    readonly current: boolean;
  }[];
  readonly mayRestore: boolean;
}

/** Every version that was kept, newest first; two of them can be laid side by side. */
export default function HistoryPage({ path, title, versions, mayRestore }: HistoryProps): ReactNode {
  const { t, href, formats } = usePage();
  const [newest, second] = versions;
  return (
    <div className="rg">
      <PageHeader
        kind={say('History')}
        title={title}
        lead={say('Every version is kept. Choose two to see what changed between them.')}
      />
      <form method="get" action={href(`${path}/compare`)}>
        <div className="table-frame" role="region" tabIndex={0} aria-label={t(say('Versions'))}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t(say('From'))}</th>
                <th scope="col">{t(say('To'))}</th>
                <th scope="col">{t(say('Version'))}</th>
                <th scope="col">{t(say('Saved'))}</th>
                <th scope="col">{t(say('By'))}</th>
                <th scope="col">{t(say('State'))}</th>
                <th scope="col">{t(say('Note'))}</th>
                {mayRestore && <th scope="col">{t(say('Restore'))}</th>}
              </tr>
            </thead>
            <tbody>
              {versions.map((each) => (
                <tr key={each.version}>
                  <td>
                    <Pick
                      name="a"
                      version={each.version}
                      chosen={each.version === (second ?? newest)?.version}
                      label={say('Compare from version {version}', { version: each.version })}
                    />
                  </td>
                  <td>
                    <Pick
                      name="b"
                      version={each.version}
                      chosen={each.version === newest?.version}
                      label={say('Compare to version {version}', { version: each.version })}
                    />
                  </td>
                  <th scope="row">
                    {formats.number(each.version)} {each.current && <Tag tone="good">{t(say('now'))}</Tag>}
                  </th>
                  <td>
                    <time dateTime={each.at}>{formats.dateTime(each.at)}</time>
                  </td>
                  <td>{t(each.who)}</td>
                  <td>{t(each.state)}</td>
                  <td>
                    {each.restoredFrom !== undefined &&
                      t(say('Version {version} restored.', { version: each.restoredFrom }))}{' '}
                    {each.note !== undefined && <bdi>{each.note}</bdi>}
                  </td>
                  {mayRestore && (
                    <td>
                      {!each.current && (
                        <a href={href(`${path}/restore?version=${each.version}`)}>
                          {t(say('Restore'))}
                          <span className="visually-hidden">
                            {' '}
                            {t(say('version {version}', { version: each.version }))}
                          </span>
                        </a>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {versions.length > 1 && (
          <div className="actions">
            <Button tone="secondary">{t(say('Compare'))}</Button>
          </div>
        )}
      </form>
    </div>
  );
}

function Pick(props: { name: string; version: number; chosen: boolean; label: Text }): ReactNode {
  const { t } = usePage();
  return (
    <input
      type="radio"
      name={props.name}
      value={props.version}
      defaultChecked={props.chosen}
      aria-label={t(props.label)}
    />
  );
}
