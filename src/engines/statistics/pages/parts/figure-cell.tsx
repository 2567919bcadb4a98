import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Icon, usePage } from '#kernel/ui/browser.ts';
import type { GridCell } from '../../explore/grid.ts';

/** A figure that leads back to its source, with its status letter and the flag of a finding; or why there is none. */
export function FigureCell(props: { cell: GridCell }): ReactNode {
  const { t, href } = usePage();
  const { text, path, letter, meaning, lacks, finding } = props.cell;
  return (
    <>
      {finding !== undefined && (
        <span className="st-flag" title={finding}>
          <Icon name="warning" />
          <span className="visually-hidden">{t(say('Finding: {finding}', { finding }))} </span>
        </span>
      )}
      {path === undefined ? (
        <span className="st-none" title={lacks}>
          <span aria-hidden="true">{text}</span>
          <span className="visually-hidden">{lacks}</span>
        </span>
      ) : (
        <a className={lacks === undefined ? 'st-figure' : 'st-figure st-lacks'} href={href(path)}>
          {lacks === undefined || letter === undefined ? (
            <bdi>{text}</bdi>
          ) : (
            <>
              <abbr title={meaning}>{letter}</abbr>
              <span className="visually-hidden"> {lacks}</span>
            </>
          )}
        </a>
      )}
      {letter !== undefined && lacks === undefined && (
        <abbr className="st-letter" title={meaning}>
          {letter}
        </abbr>
      )}
    </>
  );
}
