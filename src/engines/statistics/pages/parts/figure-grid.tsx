import type { ReactNode } from 'react';
import { Icon, usePage } from '#kernel/ui/browser.ts';
import type { Grid } from '../../explore/grid.ts';
import { FigureCell } from './figure-cell.tsx';

/** A table of figures with one or several naming columns; sorts by link where addresses are given. */
export function FigureGrid(props: {
  caption: string;
  captionHidden?: boolean;
  grid: Grid;
  sort?: string | undefined;
  sortPaths?: readonly string[];
}): ReactNode {
  const { href } = usePage();
  const { caption, grid, sort, sortPaths } = props;
  return (
    <div className="table-frame st-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table table-dense st-grid">
        <caption className={props.captionHidden === true ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {grid.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {grid.columns.map(({ label, sort: by }, at) => {
              const order =
                by === undefined ? undefined : sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none';
              const path = sortPaths?.[at];
              return (
                <th
                  key={by ?? at}
                  scope="col"
                  className="numeric"
                  {...(order !== undefined && order !== 'none' && { 'aria-sort': order })}
                >
                  {path === undefined || by === undefined ? (
                    label
                  ) : (
                    <a className="sort" href={href(path)} data-swap="" id={`sort-${at}`}>
                      {label}
                      <Icon name={order === 'ascending' ? 'up' : order === 'descending' ? 'down' : 'sort'} />
                    </a>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ names, cells }) => (
            <tr key={names.join('\n')}>
              {names.map((name, at) => (
                <th key={at} scope="row">
                  {name}
                </th>
              ))}
              {cells.map((cell, at) => (
                <td key={at} className="numeric">
                  <FigureCell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
