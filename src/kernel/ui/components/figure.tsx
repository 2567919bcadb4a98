import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';
import { Icon } from './icon.tsx';

export interface Download {
  readonly label: string;
  readonly address: string;
}

interface FigureProps {
  /** Says what the figure shows, as a sentence would. */
  readonly title: Text;
  readonly id?: string;
  readonly unit?: Text;
  /** The chart or map; usually `<ServerMarkup>`. */
  readonly children: ReactNode;
  readonly source: ReactNode;
  /** Which release the figures are of, as a link. */
  readonly release?: ReactNode;
  readonly notes?: readonly Text[];
  /** The same figures as a table; every chart has one. */
  readonly table?: ReactNode;
  readonly downloads?: readonly Download[];
  readonly marks?: ReactNode;
}

/** A chart or map with all that makes it citable: title, unit, source, release, notes, its table and its files. */
export function Figure(props: FigureProps): ReactNode {
  const { t } = usePage();
  const { title, id, unit, children, source, release, notes, table, downloads, marks } = props;
  return (
    <figure className="figure" id={id}>
      <figcaption className="figure-head">
        <p className="figure-title">{t(title)}</p>
        {unit !== undefined && <p className="figure-unit">{t(unit)}</p>}
        {marks}
      </figcaption>
      <div className="figure-body">{children}</div>
      <div className="figure-foot">
        <p>
          <span className="figure-word">{t(say('Source'))}</span> {source}
          {release !== undefined && <span className="figure-release">{release}</span>}
        </p>
        {notes?.map((note) => (
          <p key={t(note)}>
            <span className="figure-word">{t(say('Note'))}</span> {t(note)}
          </p>
        ))}
        {(table !== undefined || downloads !== undefined) && (
          <div className="figure-tools">
            {table !== undefined && (
              <details className="figure-table">
                <summary>{t(say('Show as a table'))}</summary>
                {table}
              </details>
            )}
            {downloads !== undefined && (
              <ul className="downloads" aria-label={t(say('Downloads'))}>
                {downloads.map(({ label, address }) => (
                  <li key={address}>
                    <a href={address} download>
                      <Icon name="download" />
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </figure>
  );
}
