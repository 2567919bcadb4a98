import type { Message, Text } from '#kernel/i18n/index.ts';
import { sizePresets } from '#kernel/charts/index.ts';
import type { Licence } from '../definition.ts';
import { flowName } from '../model/structure.ts';
import type { FlowTerms } from './dependencies.ts';
import { isDemonstration } from '../model/demonstration.ts';
import { addressesOf, drawingOf, frameOf, mostFlags, sourceOf, subtitleOf, type Exploration } from './explore-view.ts';
import type { Grid } from './grid.ts';
import { flowPath } from './links.ts';
import type { Picker } from './pickers.ts';
import { layOut } from './pivot.ts';
import type { View } from './state.ts';

/** What the explorer's page is drawn from. Paths are without language. */
export interface ExploreProps {
  readonly flow: { readonly id: string; readonly name: Text; readonly demonstration: boolean };
  readonly release: { readonly number: number; readonly at: Date; readonly isCurrent: boolean };
  readonly view: View;
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly licence?: Licence;
  readonly selection: readonly { readonly dimension: string; readonly chosen: string }[];
  readonly footnotes: readonly string[];
  readonly notices: readonly {
    readonly said: Message;
    readonly remedy?: { readonly label: Message; readonly path: string };
  }[];
  readonly views: readonly { readonly id: View; readonly path: string }[];
  readonly pickers: readonly Picker[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly drawings?: { readonly wide: string; readonly narrow: string };
  readonly grid: Grid;
  readonly figures: number;
  readonly flagged: number;
  /** Whether the drawing leaves flags out because there are too many. */
  readonly flagsInTable: boolean;
  readonly paging: { readonly rows: number; readonly size: number; readonly page: number };
  readonly columnPaging?: { readonly columns: number; readonly size: number; readonly page: number };
  readonly periods: readonly string[];
  /** For what shows one period at a time: each with its address, and whether there is anything. */
  readonly periodLinks: readonly {
    readonly id: string;
    readonly path: string;
    readonly current: boolean;
    readonly available: boolean;
  }[];
  /** Address without the one period that a table is held to. */
  readonly withoutPeriod?: string;
  readonly span: { readonly from?: string; readonly to?: string };
  readonly places: {
    readonly choices: readonly { readonly id: string; readonly name: string }[];
    readonly down?: string;
    readonly across?: string;
  };
  readonly sort?: string;
  readonly sortPaths: readonly string[];
  readonly paths: {
    readonly form: string;
    readonly now: string;
    readonly reset: string;
    readonly turned: string;
    readonly scale?: { readonly own: boolean; readonly path: string };
  };
  readonly pagePath: (page: number) => string;
  readonly acrossPath: (page: number) => string;
  /** Downloads of what is shown, by ending. */
  readonly files: readonly { readonly ending: string; readonly path: string }[];
}

/** The page's props of what is explored. */
export function exploreProps(exploration: Exploration, terms: FlowTerms | undefined, isCurrent: boolean): ExploreProps {
  const { resolved, wording, names, notices } = exploration;
  const { release, state, view, facts, period } = resolved;
  const { flow } = release;
  const id = flowName(flow);
  const addresses = addressesOf(exploration);
  const frame = { ...frameOf(exploration, terms), bare: true };
  const wide = drawingOf(exploration, { ...frame, size: { width: 920, height: 460 } }, true);
  const narrow = drawingOf(exploration, { ...frame, size: sizePresets.phone, id: 'narrow' }, true);
  const query = addresses.now.split('?')[1] ?? '';
  const file = (ending: string): string => flowPath(id, `/explore/figures.${ending}${query === '' ? '' : `?${query}`}`);
  const { down, across } = layOut(resolved);
  const left = resolved.availability['TIME_PERIOD'];
  return {
    flow: { id, name: flow.name, demonstration: isDemonstration(flow) },
    release: { number: release.release, at: release.releasedAt, isCurrent },
    view,
    title: wording.title,
    subtitle: subtitleOf(exploration),
    source: sourceOf(exploration, terms),
    ...(terms?.licence !== undefined && { licence: terms.licence }),
    selection: wording.selection,
    footnotes: wording.footnotes,
    notices: notices.map(({ said, remedy }) => ({
      said,
      ...(remedy !== undefined && { remedy: { label: remedy.label, path: addresses.query(remedy.query) } }),
    })),
    views: resolved.views.map((one) => ({ id: one, path: addresses.view(one) })),
    pickers: exploration.pickers,
    hidden: hiddenFields(exploration),
    ...(wide !== undefined && narrow !== undefined && { drawings: { wide: wide.svg, narrow: narrow.svg } }),
    grid: exploration.grid,
    figures: exploration.figures,
    flagged: exploration.flagged,
    flagsInTable: wide !== undefined && exploration.flagged > mostFlags,
    paging: exploration.paging,
    ...(exploration.columnPaging !== undefined && { columnPaging: exploration.columnPaging }),
    periods: facts.periods.map((one) => one.id),
    periodLinks:
      view === 'map' || view === 'bar'
        ? facts.periods.map((one) => ({
            id: one.id,
            path: addresses.period(one.id),
            current: one.id === period,
            available: (left?.get(one.id) ?? 0) > 0,
          }))
        : [],
    ...(view === 'table' && period !== undefined && { withoutPeriod: addresses.period(undefined) }),
    span: { ...(state.from !== undefined && { from: state.from }), ...(state.to !== undefined && { to: state.to }) },
    places: {
      choices: [...flow.structure.dimensions.map((one) => one.id), 'TIME_PERIOD'].map((one) => ({
        id: one,
        name: names.dimension(one),
      })),
      ...(down[0] !== undefined && { down: down[0] }),
      ...(across[0] !== undefined && { across: across[0] }),
    },
    ...(state.sort !== undefined && { sort: state.sort }),
    sortPaths: exploration.grid.columns.map(({ sort }) =>
      addresses.sort(sort === undefined ? '' : state.sort === `-${sort}` ? sort : `-${sort}`),
    ),
    paths: {
      form: flowPath(id, '/explore'),
      now: addresses.now,
      reset: addresses.reset,
      turned: addresses.turned(),
      ...(view === 'multiples' && { scale: { own: state.ownScale, path: addresses.ownScale(!state.ownScale) } }),
    },
    pagePath: addresses.page,
    acrossPath: addresses.across,
    files: ['csv', 'xlsx', 'json', ...(wide === undefined || exploration.figures === 0 ? [] : ['svg'])].map(
      (ending) => ({
        ending,
        path: file(ending),
      }),
    ),
  };
}

/** What the form does not show and must not lose. */
function hiddenFields({ resolved: { state, view, codes, release, facts } }: Exploration): ExploreProps['hidden'] {
  const held = release.flow.structure.dimensions.flatMap(({ id }) => {
    const chosen = state.codes[id];
    const shown = view === 'map' ? id !== 'REF_AREA' : true;
    const pickable = (facts.counts[id]?.size ?? 0) > 1 && shown;
    return chosen === undefined || pickable ? [] : [{ name: id, value: chosen === 'all' ? '*' : chosen.join(',') }];
  });
  return [
    { name: 'view', value: view },
    ...held.filter(({ name }) => codes[name] !== undefined),
    ...(state.period !== undefined && (view === 'map' || view === 'bar' || view === 'table')
      ? [{ name: 'period', value: state.period }]
      : []),
    ...(state.release === undefined ? [] : [{ name: 'release', value: String(state.release) }]),
    ...(state.ownScale ? [{ name: 'scale', value: 'own' }] : []),
  ];
}
