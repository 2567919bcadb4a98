import type { Findings, Grid } from './grid.ts';
import { cellMaker, decimalsOf } from './grid.ts';
import type { ChartModel } from './charts.ts';
import type { Names } from './names.ts';
import type { Figure } from './observations.ts';
import type { Pivot } from './pivot.ts';
import type { Resolved } from './resolve.ts';
import { flowName } from '../model/structure.ts';

const time = 'TIME_PERIOD';

/** The page of a table as words and cells. */
export function pivotGrid(resolved: Resolved, pivot: Pivot, names: Names, findings: Findings): Grid {
  const { flow, release } = resolved.release;
  const figures = pivot.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
  const cell = cellMaker(flowName(flow), release, names, decimalsOf(figures), findings);
  const label = (ids: readonly string[], codes: readonly string[]): string =>
    codes.map((code, place) => names.name(ids[place] ?? '', code)).join(', ');
  return {
    heads: pivot.down.map((id) => names.dimension(id)),
    columns: pivot.columns.map((codes) => ({ label: label(pivot.across, codes), sort: `=${codes.join('.')}` })),
    rows: pivot.rows.map(({ codes, cells }) => ({
      names: codes.map((code, place) => names.name(pivot.down[place] ?? '', code)),
      cells: cells.map(cell),
    })),
  };
}

/** The table of a chart: what is along the axis down, the series across. */
export function chartGrid(resolved: Resolved, model: ChartModel, names: Names, findings: Findings): Grid {
  const { flow, release } = resolved.release;
  const all = model.series.flatMap(({ figures }) => figures);
  const cell = cellMaker(flowName(flow), release, names, decimalsOf(all), findings);
  const place = (figure: Figure): string =>
    model.along.map((id) => (id === time ? figure.period : figure.key[id])).join('\n');
  const columns = model.series.map(({ figures }) => new Map(figures.map((figure) => [place(figure), figure])));
  const rows = [...new Set(all.map(place))];
  if (model.along[0] === time) rows.sort();
  return {
    heads: model.along.map((id) => names.dimension(id)),
    columns: model.series.map(({ label }) => ({ label })),
    rows: rows.map((row) => ({
      names: row.split('\n').map((code, at) => names.name(model.along[at] ?? '', code)),
      cells: columns.map((column) => cell(column.get(row))),
    })),
  };
}
