import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Detail = '110m' | '50m' | '10m';

/** An area as Natural Earth has it: M49 number where it has one, name, and the arcs of its polygons. */
export interface Piece {
  readonly m49: string | undefined;
  readonly name: string;
  /** Polygons → rings → arcs, a negative number being an arc walked backwards. */
  readonly polygons: number[][][];
}

type Atlas = TopoJSON.Topology<{ countries: TopoJSON.GeometryCollection<{ name: string }> }>;

export interface World {
  readonly topology: TopoJSON.Topology;
  readonly pieces: readonly Piece[];
}

/** Reads the atlas (Natural Earth, public domain) at a scale, and undoes its quantization so that arcs can be thinned. */
export function readWorld(detail: Detail): World {
  const path = fileURLToPath(import.meta.resolve(`world-atlas/countries-${detail}.json`));
  // The file comes with the pinned package, so its shape is known.
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas;
  const pieces = atlas.objects.countries.geometries.flatMap((geometry): Piece[] => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    return [
      {
        m49: geometry.id === undefined ? undefined : String(geometry.id),
        name: geometry.properties?.name ?? '',
        polygons: polygonsOf(geometry),
      },
    ];
  });
  return { topology: { type: 'Topology', objects: {}, arcs: atlas.arcs.map((arc) => decode(arc, atlas)) }, pieces };
}

function polygonsOf(geometry: TopoJSON.Polygon | TopoJSON.MultiPolygon): number[][][] {
  return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
}

function decode(arc: readonly (readonly number[])[], { transform }: Atlas): number[][] {
  if (transform === undefined) return arc.map((point) => [...point]);
  let x = 0;
  let y = 0;
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
}
