import {
  drawBar,
  drawLine,
  drawMap,
  drawSmallMultiples,
  type ChartFrame,
  type ChartPoint,
  type ChartSeries,
  type Drawing,
} from '#kernel/charts/index.ts';
import type { Findings } from './grid.ts';
import { translatorOf } from '#kernel/i18n/index.ts';
import { figurePath } from './links.ts';
import type { Names } from './names.ts';
import type { Figure } from './observations.ts';
import type { Resolved } from './resolve.ts';
import { areaDimension, byWeight } from './roles.ts';
import { pointStatus } from './status.ts';
import { labelOf } from './words.ts';

const time = 'TIME_PERIOD';
export const mostSeries = 60;
export const barsAPage = 40;
const mostBarSeries = 4;

/** A chart's figures, put in the order in which they are drawn. */
export interface ChartModel {
  /** Dimensions that set the series apart, and the one along the axis. */
  readonly apart: readonly string[];
  readonly along: readonly string[];
  readonly series: readonly { readonly label: string; readonly figures: readonly Figure[] }[];
  /** Number of categories over all pages (bars). */
  readonly categories: number;
}

/** Arranges figures as series: by time for lines, ranked by figure for bars and maps. */
export function arrange(resolved: Resolved, figures: readonly Figure[], names: Names): ChartModel {
  const { view, codes, release, period, state } = resolved;
  const { structure } = release.flow;
  const area = areaDimension(structure)?.id;
  const varying = structure.dimensions
    .map(({ id }) => id)
    .filter((id) => codes[id] === 'all' || (codes[id]?.length ?? 0) > 1)
    .toSorted((one, other) => Number(other === area) - Number(one === area));
  if (view === 'line' || view === 'multiples') {
    return { apart: varying, along: [time], series: grouped(figures, varying, resolved, names), categories: 0 };
  }
  const down =
    view === 'map' && area !== undefined ? [area] : barCategory(varying, area, state.rows?.[0], period === undefined);
  const across = [...varying, ...(period === undefined ? [time] : [])].filter((id) => !down.includes(id));
  const rest = grouped(figures, across, resolved, names);
  const [along, series] =
    rest.length <= mostBarSeries ? [down, rest] : [[...down, ...across], grouped(figures, [], resolved, names)];
  const place = (figure: Figure): string => along.map((id) => (id === time ? figure.period : figure.key[id])).join('.');
  const first = new Map(series[0]?.figures.map((figure) => [place(figure), figure.value ?? Number.NEGATIVE_INFINITY]));
  const ranked = [...new Set(figures.map(place))].toSorted((one, other) => {
    const [a, b] = [first.get(one) ?? Number.NEGATIVE_INFINITY, first.get(other) ?? Number.NEGATIVE_INFINITY];
    return a === b ? 0 : b - a;
  });
  const from =
    view === 'bar' ? (Math.min(state.page, Math.max(1, Math.ceil(ranked.length / barsAPage))) - 1) * barsAPage : 0;
  const shown = new Map(
    ranked.slice(from, view === 'bar' ? from + barsAPage : undefined).map((one, rank) => [one, rank]),
  );
  return {
    apart: across,
    along,
    series: series.map(({ label, figures: own }) => ({
      label,
      figures: own
        .filter((figure) => shown.has(place(figure)))
        .toSorted((one, other) => (shown.get(place(one)) ?? 0) - (shown.get(place(other)) ?? 0)),
    })),
    categories: ranked.length,
  };
}

function barCategory(
  varying: readonly string[],
  area: string | undefined,
  asked: string | undefined,
  overTime: boolean,
): readonly string[] {
  if (asked !== undefined && (varying.includes(asked) || (asked === time && overTime))) return [asked];
  const first = varying.find((id) => id === area) ?? varying[0];
  return first === undefined ? [area ?? time] : [first];
}

function grouped(
  figures: readonly Figure[],
  ids: readonly string[],
  resolved: Resolved,
  names: Names,
): ChartModel['series'] {
  const { codes } = resolved;
  const groups = Map.groupBy(figures, (figure) =>
    ids.map((id) => (id === time ? figure.period : figure.key[id])).join('.'),
  );
  // Series come in the order in which their codes were chosen.
  const rank = (figure: Figure | undefined): number[] =>
    ids.map((id) => {
      const chosen = codes[id];
      return chosen === undefined || chosen === 'all' ? 0 : chosen.indexOf(figure?.key[id] ?? '');
    });
  const labels = new Set<string>();
  return [...groups.values()]
    .map((own) => ({ own, rank: rank(own[0]) }))
    .toSorted((one, other) => compareLists(one.rank, other.rank))
    .map(({ own }) => {
      const [first] = own;
      const label = first === undefined ? '' : labelOf(first, ids.length > 0 ? ids : onlyName(resolved), names);
      const unique =
        labels.has(label) && first !== undefined ? `${label} (${ids.map((id) => first.key[id]).join('.')})` : label;
      labels.add(unique);
      return { label: unique, figures: own };
    });
}

/** What a series is called that has no other beside it: its place where that is one, else what is measured. */
function onlyName({ codes, release: { flow } }: Resolved): readonly string[] {
  const area = areaDimension(flow.structure)?.id;
  const [measured] = byWeight(flow.structure);
  if (area !== undefined && codes[area]?.length === 1 && codes[area] !== 'all') return [area];
  return measured === undefined ? [time] : [measured.id];
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [place, value] of one.entries()) {
    const way = value - (other[place] ?? 0);
    if (way !== 0) return way;
  }
  return 0;
}

export interface DrawOptions {
  readonly frame: ChartFrame;
  readonly findings: Findings;
  /** Path in the visitor's language of the figure's way back. */
  readonly linked: boolean;
  /** `AGENCY:ID`. */
  readonly flow: string;
}

/** Draws the view that is asked for; tables are drawn by the page. */
export function drawView(resolved: Resolved, model: ChartModel, names: Names, options: DrawOptions): Drawing {
  const { view, release, period, state } = resolved;
  const { frame, findings } = options;
  const t = translatorOf(names.language);
  const note = (figure: Figure): Pick<ChartPoint, 'note' | 'finding'> => {
    const comment = figure.attributes['COMMENT_OBS'];
    const finding = findings(figure);
    return {
      ...(comment !== undefined && { note: comment }),
      ...(finding !== undefined && { finding: t(finding.said) }),
    };
  };
  if (view === 'map') {
    const area = areaDimension(release.flow.structure)?.id ?? '';
    const figures = model.series.flatMap(({ figures: own }) => own);
    return drawMap({
      ...frame,
      areas: figures.map((figure) => ({
        area: figure.key[area] ?? '',
        name: names.name(area, figure.key[area] ?? ''),
        value: figure.value,
        ...(period !== undefined && { period }),
        status: pointStatus(figure),
        ...note(figure),
        ...(options.linked && { href: `/${names.language}${figurePath(options.flow, release.release, figure)}` }),
      })),
    });
  }
  const along = (figure: Figure): string => {
    const label = labelOf(figure, model.along, names);
    return label === '' ? figure.period : label;
  };
  const series: ChartSeries[] = model.series.map(({ label, figures }) => ({
    label,
    points: figures.map((figure) => ({
      x: view === 'bar' ? along(figure) : figure.period,
      y: figure.value,
      status: pointStatus(figure),
      ...note(figure),
    })),
  }));
  if (view === 'bar') return drawBar({ ...frame, series, order: 'given' });
  if (view === 'multiples') return drawSmallMultiples({ ...frame, series, scale: state.ownScale ? 'own' : 'shared' });
  return drawLine({ ...frame, series, emphasis: series.slice(0, 8).map(({ label }) => label) });
}
