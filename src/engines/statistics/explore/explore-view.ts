import { formatsOf, say, translatorOf, type Language } from '#kernel/i18n/index.ts';
import type { ChartFrame, Drawing } from '#kernel/charts/index.ts';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { saidIn } from '../checks/said-in.ts';
import { flowName } from '../model/structure.ts';
import { writeQuery } from './address.ts';
import { arrange, barsAPage, drawView, mostSeries, type ChartModel } from './charts.ts';
import type { FlowTerms } from './dependencies.ts';
import { findingsByFigure, type FigureFinding, type Findings, type Grid } from './grid.ts';
import { flowPath, seriesOf } from './links.ts';
import { namesOf, type Names } from './names.ts';
import type { ExploreNotice } from './notice.ts';
import { countFigures, loadFigures, spanOfQuestion, type Figure } from './observations.ts';
import { pickersOf, type Picker } from './pickers.ts';
import { columnsAPage, layOut, makePivot, rowsAPage, type Pivot } from './pivot.ts';
import { readQuery } from './read-query.ts';
import { resolve, type Resolved } from './resolve.ts';
import { changed, type View } from './state.ts';
import { chartGrid, pivotGrid } from './tables.ts';
import { wordingOf, type Wording } from './words.ts';

/** The most figures that one drawing takes. */
const mostFigures = 50_000;

/** Everything the explorer shows, ready for the page and for every file that is made of it. */
export interface Exploration {
  readonly resolved: Resolved;
  readonly names: Names;
  readonly wording: Wording;
  readonly notices: readonly ExploreNotice[];
  readonly findings: Findings;
  /** Whether anything found is in sight. */
  readonly flagged: number;
  readonly pickers: readonly Picker[];
  readonly grid: Grid;
  /** Absent for tables, and where there is nothing to draw. */
  readonly model?: ChartModel;
  readonly pivot?: Pivot;
  /** Rows that there are over all pages, and how many a page has. */
  readonly paging: { readonly rows: number; readonly size: number; readonly page: number };
  readonly columnPaging?: { readonly columns: number; readonly size: number; readonly page: number };
  readonly figures: number;
}

export interface ExploreRequest {
  readonly store: ReleasedStore;
  readonly release: ReleasedFlow;
  readonly language: Language;
  readonly query: URLSearchParams;
  readonly findingsFor: (series: readonly string[]) => Promise<readonly FigureFinding[]>;
}

/** Reads the address, fills it in, loads the figures and puts them into words, rows and series. */
export async function explore(request: ExploreRequest): Promise<Exploration> {
  const { store, release, language } = request;
  const { structure } = release.flow;
  const t = translatorOf(language);
  const names = namesOf(structure, language, t(say('Period')));
  const read = readQuery(request.query, structure, names);
  const resolved = await resolve(store, release, read.state, names);
  const notices = [...read.notices, ...resolved.notices];
  const count = await countFigures(store, release, resolved.question);
  const base = { resolved, names, pickers: pickersOf(resolved, names), figures: count };
  if (resolved.view === 'table') {
    const pivot = await makePivot(store, resolved, names);
    const shown = pivot.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
    const findings = await findFindings(request, shown);
    const wording = wordingOf(
      resolved,
      shown,
      names,
      await spanOfQuestion(store, release, resolved.question),
      pivot.rows.some(({ cells }) => cells.includes(undefined)),
    );
    return {
      ...base,
      notices,
      findings,
      flagged: shown.filter((figure) => findings(figure) !== undefined).length,
      wording,
      grid: pivotGrid(resolved, pivot, names, findings),
      pivot,
      paging: { rows: pivot.rowCount, size: rowsAPage, page: pivot.page },
      columnPaging: { columns: pivot.columnCount, size: columnsAPage, page: pivot.columnPage },
    };
  }
  const figures = count > mostFigures ? [] : await loadFigures(store, release, resolved.question, mostFigures);
  const findings = await findFindings(request, figures);
  const model = arrange(resolved, figures, names);
  const drawn = model.series.length <= mostSeries || resolved.view === 'multiples' ? model : undefined;
  const tooMany = count > mostFigures || (drawn === undefined && figures.length > 0);
  if (tooMany) {
    notices.push({
      said: say('This choice has too many lines to draw ({count, number}). Choose fewer, or see them as a table.', {
        count: Math.max(model.series.length, count > mostFigures ? count : 0),
      }),
      remedy: { label: say('Show as a table'), query: writeQuery(changed(read.state, { view: 'table' }), structure) },
    });
  }
  const page = Math.min(read.state.page, Math.max(1, Math.ceil(model.categories / barsAPage)));
  return {
    ...base,
    notices,
    findings,
    flagged: figures.filter((figure) => findings(figure) !== undefined).length,
    wording: wordingOf(resolved, figures, names),
    grid: tooMany ? { heads: [], columns: [], rows: [] } : chartGrid(resolved, model, names, findings),
    ...(!tooMany && drawn !== undefined && { model: drawn }),
    paging: resolved.view === 'bar' ? { rows: model.categories, size: barsAPage, page } : { rows: 0, size: 1, page: 1 },
  };
}

async function findFindings(request: ExploreRequest, figures: readonly Figure[]): Promise<Findings> {
  const series = [...new Set(figures.map(seriesOf))];
  if (series.length === 0 || series.length > 2_000) return () => undefined;
  const { structure } = request.release.flow;
  const inWords = saidIn(structure, translatorOf(request.language));
  const found = await request.findingsFor(series);
  return findingsByFigure(
    found.map((finding) => ({ ...finding, said: inWords(finding.said) })),
    structure,
  );
}

/** The frame of a drawing, with the words that make it citable. */
export function frameOf(exploration: Exploration, terms: FlowTerms | undefined): ChartFrame {
  const { wording, names, resolved } = exploration;
  const { unit } = wording;
  return {
    title: wording.title,
    subtitle: subtitleOf(exploration),
    ...(unit !== undefined && { unit }),
    source: sourceOf(exploration, terms),
    release: releaseOf(resolved.release, names.language),
    notes: wording.footnotes,
    language: names.language,
  };
}

/** Unit and those choices that the title does not say. */
export function subtitleOf({ wording, resolved, names }: Exploration): string {
  const said = resolved.release.flow.structure.dimensions.flatMap(({ id }) => {
    const chosen = resolved.codes[id];
    const [only] = chosen === undefined || chosen === 'all' ? [] : chosen;
    if (chosen?.length !== 1 || only === undefined || !only.startsWith('_')) return [];
    return [`${names.dimension(id)}: ${names.name(id, only)}`];
  });
  return [wording.unit, ...said].filter((part) => part !== undefined).join(' · ');
}

export function sourceOf({ resolved, names }: Exploration, terms: FlowTerms | undefined): string {
  const t = translatorOf(names.language);
  const flow = t(resolved.release.flow.name);
  return terms === undefined ? flow : t(say('{publisher}, {flow}', { publisher: terms.publisher, flow }));
}

export function releaseOf({ flow, release, releasedAt }: ReleasedFlow, language: Language): string {
  return translatorOf(language)(
    say('{flow}, release {release} of {date}', {
      flow: flowName(flow),
      release,
      date: formatsOf(language).date(releasedAt),
    }),
  );
}

/** More flags than these would hide the drawing; its table then has them all, and the drawing those of errors. */
export const mostFlags = 24;

/** The drawing of what is shown; undefined for tables and where nothing can be drawn. */
export function drawingOf(exploration: Exploration, frame: ChartFrame, linked: boolean): Drawing | undefined {
  const { model, resolved, names, findings } = exploration;
  if (model === undefined) return undefined;
  const drawn: Findings = (figure) => {
    const finding = findings(figure);
    return exploration.flagged <= mostFlags || finding?.severity === 'error' ? finding : undefined;
  };
  return drawView(resolved, model, names, { frame, findings: drawn, linked, flow: flowName(resolved.release.flow) });
}

/** What the address would be for another view, another period or another page. */
export function addressesOf({ resolved }: Exploration) {
  const { state, release } = resolved;
  const { structure } = release.flow;
  const path = flowPath(flowName(release.flow), '/explore');
  const address = (query: string): string => (query === '' ? path : `${path}?${query}`);
  return {
    now: address(writeQuery(state, structure)),
    query: (query: string) => address(query),
    view: (view: View) => address(writeQuery(changed(state, { view, sort: undefined }), structure)),
    period: (period: string | undefined) => address(writeQuery(changed(state, { period }), structure)),
    page: (page: number) => address(writeQuery(changed(state, { page, across: state.across }), structure)),
    across: (across: number) => address(writeQuery(changed(state, { across, page: state.page }), structure)),
    sort: (sort: string) => address(writeQuery(changed(state, { sort }), structure)),
    turned: () => {
      const { down, across } = layOut(resolved);
      return address(writeQuery(changed(state, { rows: across, columns: down, sort: undefined }), structure));
    },
    ownScale: (ownScale: boolean) => address(writeQuery(changed(state, { ownScale }), structure)),
    reset: path,
  };
}
