import { geoEqualEarth, geoPath } from 'd3-geo';
import places from './places.json' with { type: 'json' };
import { pathWriter } from './path-writer.ts';
import { unitedNationsWorld } from './united-nations-world.ts';
import type { Detail } from './world-topology.ts';

/** The world on a sheet of some width in pixels: paths by M49 number, and lines. Nothing here depends on figures. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Path text, and square pixels of land. */
  readonly areas: ReadonlyMap<string, { readonly d: string; readonly land: number }>;
  readonly undetermined: string;
  readonly solid: string;
  readonly dashed: string;
  readonly coast: string;
  readonly project: (place: readonly [number, number]) => readonly [number, number] | undefined;
}

// Cut at 169° west, in the Bering Strait, so that no State is torn in two but Fiji and Kiribati, which lie on it anyway.
const turned = -11;
/** Room in pixels around the world for circles. */
const border = 4;
const kept = new Map<string, Sheet>();
const mostKept = 12;

/** Projects the world (Equal Earth: areas keep their relative size) to a width; sheets are kept, because geometry never changes. */
export function worldSheet(detail: Detail, width: number): Sheet {
  const name = `${detail} ${width}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const sheet = makeSheet(detail, width);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(name, sheet);
  return sheet;
}

function makeSheet(detail: Detail, width: number): Sheet {
  const world = unitedNationsWorld(detail);
  // The outlines at this scale, and the places of those that have none: a circle at the edge must lie on the sheet too.
  const all: GeoJSON.GeometryCollection = {
    type: 'GeometryCollection',
    geometries: [...world.areas.values(), { type: 'MultiPoint', coordinates: Object.values(places) }],
  };
  const projection = geoEqualEarth()
    .rotate([turned, 0])
    .fitWidth(width - 2 * border, all);
  const [x, y] = projection.translate();
  projection.translate([x + border, y + border]);
  const height = Math.ceil(geoPath(projection).bounds(all)[1][1] + border);
  const writer = pathWriter(width < 500 ? 9 : 7);
  const path = geoPath(projection, writer);
  const measure = geoPath(projection);
  const areas = new Map<string, { d: string; land: number }>();
  for (const [m49, shape] of world.areas) {
    path(shape);
    areas.set(m49, { d: writer.take(), land: measure.area(shape) });
  }
  const drawn = (shape: Parameters<typeof path>[0]): string => {
    path(shape);
    return writer.take();
  };
  return {
    width,
    height,
    areas,
    undetermined: world.undetermined.map((shape) => drawn(shape)).join(''),
    solid: drawn(world.solid),
    dashed: drawn(world.dashed),
    coast: drawn(world.coast),
    project: ([longitude, latitude]) => projection([longitude, latitude]) ?? undefined,
  };
}
