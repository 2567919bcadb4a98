import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CitationGraph, CitingCase } from './citation-graph.ts';
import { citationGraph, citationsAround, demonstrationCases } from './index.ts';

const a = (number: string, decided: string, ...cites: readonly string[]): CitingCase => ({ number, decided, cites });

const invented = demonstrationCases().map(({ data }) => ({
  number: String(data['number']),
  decided: String(data['decided']),
  cites: data['cites'] as readonly string[],
}));

/** Edges between the same two columns that cross. */
function crossings({ nodes, edges }: CitationGraph): number {
  const at = new Map(nodes.map((node) => [node.number, node]));
  const lines = edges.flatMap(({ from, to }) => {
    const [start, end] = [at.get(from), at.get(to)];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
  return lines
    .flatMap((one, place) => lines.slice(place + 1).map((other) => [one, other] as const))
    .filter(
      ([one, other]) =>
        one.start.column === other.start.column &&
        one.end.column === other.end.column &&
        (one.start.row - other.start.row) * (one.end.row - other.end.row) < 0,
    ).length;
}

describe('the graph of citations', () => {
  it('puts each case into the column of its year, with years apart as they were', () => {
    const { firstYear, columns, rows, nodes } = citationGraph([
      a('C', '2015-02', 'A'),
      a('A', '2010-05-01'),
      a('B', '2015-01-01', 'A'),
    ]);
    assert.deepEqual([firstYear, columns, rows], [2010, 6, 2]);
    assert.deepEqual(
      nodes.map(({ number, column, row, citedBy }) => [number, column, row, citedBy]),
      [
        ['A', 0, 0, 2],
        ['B', 5, 0, 0],
        ['C', 5, 1, 0],
      ],
    );
  });

  it('uncrosses what need not cross', () => {
    const graph = citationGraph([
      a('A', '2010'),
      a('B', '2010'),
      a('C', '2010'),
      a('X', '2012', 'C'),
      a('Y', '2012', 'B'),
      a('Z', '2012', 'A'),
    ]);
    assert.equal(crossings(graph), 0);
  });

  it('leaves no trace of a case that is not given', () => {
    const graph = citationGraph([a('A', '2010', 'HIDDEN', 'A'), a('B', '2011', 'A', 'A')]);
    assert.deepEqual(graph.edges, [{ from: 'B', to: 'A' }]);
    assert.doesNotMatch(JSON.stringify(graph), /HIDDEN/);
  });

  it('is the same in whatever order the cases come, each drawn once in a place of its own', () => {
    const graph = citationGraph(invented);
    assert.deepEqual(citationGraph(invented.toReversed()), graph);
    const places = graph.nodes.map(({ column, row }) => `${column}/${row}`);
    assert.equal(new Set(places).size, invented.length);
    assert.ok(graph.edges.length >= 60);
    const column = new Map(graph.nodes.map((node) => [node.number, node.column]));
    for (const { from, to } of graph.edges)
      assert.ok((column.get(from) ?? 0) >= (column.get(to) ?? 0), `${from} ${to}`);
  });

  it('is nothing for no cases', () => {
    assert.deepEqual(citationGraph([]), { firstYear: 0, columns: 0, rows: 0, nodes: [], edges: [] });
  });

  it('can be drawn around one case, so many steps away', () => {
    const cases = [a('A', '2010'), a('B', '2011', 'A'), a('C', '2012', 'B'), a('D', '2013', 'C'), a('E', '2013')];
    const around = (steps: number) => citationsAround('B', cases, steps).map(({ number }) => number);
    assert.deepEqual(around(0), ['B']);
    assert.deepEqual(around(1), ['A', 'B', 'C']);
    assert.deepEqual(around(2), ['A', 'B', 'C', 'D']);
    assert.deepEqual(citationsAround('Z', cases, 2), []);
  });
});
