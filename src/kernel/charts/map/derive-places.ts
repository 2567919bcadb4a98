import { geoArea, geoCentroid } from 'd3-geo';
import { unitedNationsWorld } from './united-nations-world.ts';

/** Middle of each area's largest island or mainland, in degrees by M49 number, from the atlas at its finest. `places.json` keeps the answer. */
export function derivePlaces(): Readonly<Record<string, readonly [number, number]>> {
  const places = [...unitedNationsWorld('10m').areas].map(([m49, { coordinates }]): [string, [number, number]] => {
    const polygons = coordinates.map((rings) => ({ type: 'Polygon' as const, coordinates: rings }));
    const [largest] = polygons.sort((a, b) => geoArea(b) - geoArea(a));
    const [longitude, latitude] = largest === undefined ? [0, 0] : geoCentroid(largest);
    return [m49, [Math.round(longitude * 100) / 100, Math.round(latitude * 100) / 100]];
  });
  return Object.fromEntries(places.sort(([a], [b]) => (a < b ? -1 : 1)));
}
