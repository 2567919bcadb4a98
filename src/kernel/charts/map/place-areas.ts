import { countries } from '#reference/index.ts';
import type { Kit } from '../layout/kit.ts';
import type { MapArea } from './draw-map.ts';
import places from './places.json' with { type: 'json' };
import type { Sheet } from './sheet.ts';
import { merged, westernSahara } from './united-nations-view.ts';

/** An area as it will be drawn: outline, or circle where the outline would be too small to see. */
export interface PlacedArea {
  readonly code: string;
  readonly name: string;
  /** Absent: nothing was given about it. */
  readonly given: MapArea | undefined;
  readonly status: 'figure' | 'no-data' | 'not-applicable';
  readonly path: string | undefined;
  readonly circle: readonly [number, number] | undefined;
}

const middles: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(places));

/**
 * Finds outline or circle for every area: member and observer States always, so that none is invisible; other areas where they
 * are large enough or have a figure. Returns also what was given but has no place on this map.
 */
export function placeAreas(
  kit: Kit,
  sheet: Sheet,
  areas: readonly MapArea[],
  circleRadius: number,
): { readonly placed: readonly PlacedArea[]; readonly unplaced: readonly MapArea[] } {
  const byCode = new Map(areas.map((area) => [area.area, area]));
  const placed: PlacedArea[] = [];
  for (const { alpha3, m49, membership, name } of countries) {
    // Kosovo and Taiwan Province of China are drawn within other areas; what is given for them is told, not coloured.
    if (m49 === undefined || m49 in merged) continue;
    const given = byCode.get(alpha3);
    const outline = sheet.areas.get(m49);
    const middle = middles.get(m49);
    const large = outline !== undefined && outline.d !== '' && outline.land >= Math.PI * circleRadius ** 2 * 0.7;
    const must = membership !== 'area' || (given !== undefined && given.value !== null);
    const circle = !large && must && middle !== undefined ? sheet.project([middle[0] ?? 0, middle[1] ?? 0]) : undefined;
    const path = circle === undefined && outline !== undefined && outline.d !== '' ? outline.d : undefined;
    if (circle === undefined && path === undefined) continue;
    byCode.delete(alpha3);
    const notApplicable = given?.status === 'not-applicable' || (m49 === westernSahara && given === undefined);
    const status =
      given !== undefined && given.value !== null ? 'figure' : notApplicable ? 'not-applicable' : 'no-data';
    placed.push({ code: alpha3, name: given?.name ?? name[kit.language], given, status, path, circle });
  }
  return { placed, unplaced: [...byCode.values()] };
}
