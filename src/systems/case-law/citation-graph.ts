export interface CitingCase {
  readonly number: string;
  readonly decided: string;
  readonly cites: readonly string[];
}

export interface CitationNode {
  readonly number: string;
  readonly year: number;
  /** Years since the first: columns are as far apart as the decisions are. */
  readonly column: number;
  /** Place within the year, from 0 at the top. */
  readonly row: number;
  /** How many of the drawn cases cite it. */
  readonly citedBy: number;
}

export interface CitationGraph {
  readonly firstYear: number;
  readonly columns: number;
  readonly rows: number;
  /** By column, then by row. */
  readonly nodes: readonly CitationNode[];
  /** Of each edge the citing case, and the cited one. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

const sweeps = 6;

/**
 * Cases and their citations laid out for a drawing, a column for each year. Within a year a case stands near those that it cites and that cite
 * it (barycentre method, Sugiyama, Tagawa and Toda 1981), so few edges cross. The order in which cases are given makes no
 * difference. A citation of a case that is not given leaves no trace: the reader may not be allowed to see it.
 */
export function citationGraph(cases: readonly CitingCase[]): CitationGraph {
  const ordered = cases.toSorted((a, b) => compareText(a.decided, b.decided) || compareText(a.number, b.number));
  const edges = edgesOf(ordered);
  const years = Map.groupBy(ordered, yearOf);
  const firstYear = ordered[0] === undefined ? 0 : yearOf(ordered[0]);
  const lastYear = ordered.at(-1) === undefined ? -1 : Math.max(...years.keys());
  const columns = arrange(
    [...years.values()].map((column) => column.map(({ number }) => number)),
    neighboursIn(edges),
  );
  const citedBy = Map.groupBy(edges, ({ to }) => to);
  const nodes = [...years.keys()].flatMap((year, place) =>
    (columns[place] ?? []).map((number, row) => ({
      number,
      year,
      column: year - firstYear,
      row,
      citedBy: citedBy.get(number)?.length ?? 0,
    })),
  );
  return {
    firstYear,
    columns: lastYear - firstYear + 1,
    rows: columns.reduce((most, { length }) => Math.max(most, length), 0),
    nodes,
    edges,
  };
}

/** The case with all that lead to it or from it in so many steps; empty when it is not among those given. */
export function citationsAround<Case extends CitingCase>(
  number: string,
  cases: readonly Case[],
  steps: number,
): readonly Case[] {
  const neighbours = neighboursIn(edgesOf(cases));
  let reached = new Set([number]);
  for (let step = 0; step < steps; step += 1)
    reached = new Set([...reached].flatMap((each) => [each, ...(neighbours.get(each) ?? [])]));
  return cases.filter((each) => reached.has(each.number));
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function edgesOf(cases: readonly CitingCase[]): CitationGraph['edges'] {
  const known = new Set(cases.map(({ number }) => number));
  return cases.flatMap(({ number, cites }) =>
    [...new Set(cites)]
      .filter((cited) => known.has(cited) && cited !== number)
      .toSorted(compareText)
      .map((to) => ({ from: number, to })),
  );
}

function neighboursIn(edges: CitationGraph['edges']): Neighbours {
  const found = new Map<string, string[]>();
  for (const { from, to } of edges)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = found.get(one);
      if (known === undefined) found.set(one, [other]);
      else known.push(other);
    }
  return found;
}

/** Sorts each column by the middle of where its neighbours stand, to and fro; columns are measured from their middles, as they differ in length. */
function arrange(columns: readonly (readonly string[])[], neighbours: Neighbours): readonly (readonly string[])[] {
  const arranged = columns.map((column) => [...column]);
  const height = new Map<string, number>();
  const settle = (column: readonly string[]): void => {
    for (const [row, number] of column.entries()) height.set(number, row - (column.length - 1) / 2);
  };
  for (const column of arranged) settle(column);
  for (let sweep = 0; sweep < sweeps; sweep += 1)
    for (const column of sweep % 2 === 0 ? arranged : arranged.toReversed()) {
      const middles = new Map(column.map((number) => [number, middleOf(number, neighbours, height)]));
      // The sort keeps the order of equals, so the first arrangement by date shines through.
      column.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
      settle(column);
    }
  return arranged;
}

function middleOf(number: string, neighbours: Neighbours, height: ReadonlyMap<string, number>): number {
  const near = neighbours.get(number) ?? [];
  if (near.length === 0) return height.get(number) ?? 0;
  return near.reduce((sum, each) => sum + (height.get(each) ?? 0), 0) / near.length;
}

const yearOf = ({ decided }: CitingCase): number => Number(decided.slice(0, 4));

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
