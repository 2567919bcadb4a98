import { geoCentroid } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { thinArc } from './thin-arc.ts';
import { cutPolygon } from './cut-polygon.ts';
import {
  dashedBoundaries,
  hiddenBoundaries,
  leftOut,
  merged,
  moved,
  recut,
  undeterminedAreas,
  type Box,
} from './united-nations-view.ts';
import { readWorld, type Detail, type World } from './world-topology.ts';

/** The world's areas and lines in degrees, as the United Nations draws them. */
export interface UnitedNationsWorld {
  /** By M49 number. */
  readonly areas: ReadonlyMap<string, GeoJSON.MultiPolygon>;
  /** Areas of no State. */
  readonly undetermined: readonly GeoJSON.MultiPolygon[];
  readonly solid: GeoJSON.MultiLineString;
  readonly dashed: GeoJSON.MultiLineString;
  readonly coast: GeoJSON.MultiLineString;
}

interface Part extends TopoJSON.MultiPolygon<{ readonly name: string; readonly owner: string }> {
  readonly properties: { readonly name: string; readonly owner: string };
}

const thinned: Readonly<Record<Detail, number>> = { '110m': 0, '50m': 0.04, '10m': 0 };

/** Reads the atlas at a scale and redraws it: parts moved and merged, boundaries told apart into final and not. */
export function unitedNationsWorld(detail: Detail): UnitedNationsWorld {
  const world = readWorld(detail);
  const least = thinned[detail];
  const topology: TopoJSON.Topology =
    least === 0 ? world.topology : { ...world.topology, arcs: world.topology.arcs.map((arc) => thinArc(arc, least)) };
  const parts = partsOf(world);
  const collection: TopoJSON.GeometryCollection = { type: 'GeometryCollection', geometries: parts };
  const owners = Map.groupBy(parts, ({ properties }) => properties.owner);
  const areas = new Map<string, GeoJSON.MultiPolygon>();
  for (const [owner, own] of owners) {
    if (!undeterminedAreas.has(owner)) areas.set(owner, merge(topology, own));
  }
  const undetermined = [...undeterminedAreas].flatMap((name) => {
    const own = owners.get(name);
    return own === undefined ? [] : [merge(topology, own)];
  });
  // The filter is given geometries of the collection above, which are all parts.
  const lines = (keep: (a: Part, b: Part) => boolean): GeoJSON.MultiLineString =>
    mesh(topology, collection, (a, b) => keep(a as Part, b as Part));
  const solid: number[][][] = [
    ...lines(
      (a, b) => a !== b && a.properties.owner !== b.properties.owner && !isHidden(a, b) && rulesFor(a, b) === undefined,
    ).coordinates,
  ];
  const dashed: number[][][] = [];
  for (const rule of dashedBoundaries) {
    const whole = lines((a, b) => a !== b && rulesFor(a, b) === rule);
    for (const line of whole.coordinates) splitLine(line, rule.within, solid, dashed);
  }
  for (const { from, within, to } of recut) dashed.push(...recutArea(areas, from, within, to));
  return {
    areas,
    undetermined,
    solid: { type: 'MultiLineString', coordinates: solid },
    dashed: { type: 'MultiLineString', coordinates: dashed },
    coast: lines((a, b) => a === b),
  };
}

/** Gives what one area has within the box to another; returns the new edges. */
function recutArea(areas: Map<string, GeoJSON.MultiPolygon>, from: string, within: Box, to: string): number[][][] {
  const kept: number[][][][] = [];
  const given: number[][][][] = [];
  const seams: number[][][] = [];
  for (const [outer = [], ...holes] of areas.get(from)?.coordinates ?? []) {
    const cut = cutPolygon(outer, within);
    if (cut.inside.length <= 3) {
      kept.push([outer, ...holes]);
      continue;
    }
    given.push([cut.inside.map((point) => [...point])]);
    kept.push(...cut.outside.map((ring) => [ring.map((point) => [...point])]));
    seams.push(...cut.seams.map(([start, end]) => [[...start], [...end]]));
  }
  areas.set(from, { type: 'MultiPolygon', coordinates: kept });
  areas.set(to, { type: 'MultiPolygon', coordinates: [...(areas.get(to)?.coordinates ?? []), ...given] });
  return seams;
}

function isHidden(a: Part, b: Part): boolean {
  const owners = [a.properties.owner, b.properties.owner];
  return hiddenBoundaries.some(([one, other]) => owners.includes(one) && owners.includes(other));
}

function rulesFor(a: Part, b: Part): (typeof dashedBoundaries)[number] | undefined {
  const names = (part: Part, wanted: string): boolean =>
    part.properties.name === wanted || (part.properties.owner === wanted && !(part.properties.name in merged));
  return dashedBoundaries.find(
    ({ between: [one, other] }) => (names(a, one) && names(b, other)) || (names(a, other) && names(b, one)),
  );
}

/** Parts that keep Natural Earth's outlines, each with the area of M49 that it is drawn as. */
function partsOf(world: World): Part[] {
  return world.pieces.flatMap(({ m49, name, polygons }): Part[] => {
    const own = m49 ?? name;
    const owner = merged[own] ?? own;
    if (leftOut.has(owner) || (m49 === undefined && !(own in merged) && !undeterminedAreas.has(own))) return [];
    const rules = moved.filter(({ from }) => from === owner);
    const byOwner =
      rules.length === 0
        ? new Map([[owner, polygons]])
        : Map.groupBy(polygons, (polygon) => {
            const middle = geoCentroid(feature(world.topology, { type: 'Polygon', arcs: polygon }));
            return rules.find(({ within }) => inBox(middle, within))?.to ?? owner;
          });
    return [...byOwner].map(([owner, arcs]): Part => ({
      type: 'MultiPolygon',
      arcs,
      properties: { name: own, owner },
    }));
  });
}

function inBox([x = NaN, y = NaN]: readonly number[], [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Hands each stretch of a line to the one or the other heap by where its middle lies. */
function splitLine(
  line: readonly number[][],
  within: readonly Box[] | undefined,
  solid: number[][][],
  dashed: number[][][],
): void {
  let heap: number[][][] | undefined;
  for (let index = 1; index < line.length; index += 1) {
    const from = line[index - 1] ?? [];
    const to = line[index] ?? [];
    const middle = [((from[0] ?? NaN) + (to[0] ?? NaN)) / 2, ((from[1] ?? NaN) + (to[1] ?? NaN)) / 2];
    const now = within === undefined || within.some((box) => inBox(middle, box)) ? dashed : solid;
    if (now !== heap) now.push([from]);
    now.at(-1)?.push(to);
    heap = now;
  }
}
