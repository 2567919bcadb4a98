import { say } from '#kernel/i18n/index.ts';
import type { Kit } from '../layout/kit.ts';
import type { KeyItem } from '../layout/key.ts';
import { el, round } from '../svg/element.ts';
import { classFill, noDataFill, notApplicableFill } from './map-fills.ts';
import type { PlacedArea } from './place-areas.ts';

/** Ranges with the number of areas in each, what hatching and dots mean, and the dashed line; entries that do not occur are left out. */
export function mapKey(
  kit: Kit,
  byClass: ReadonlyMap<number | string, readonly PlacedArea[]>,
  limits: readonly number[],
  radius: number,
): readonly KeyItem[] {
  const count = (name: number | string): number => byClass.get(name)?.length ?? 0;
  const swatch =
    (fill: string) =>
    (x: number, y: number): string =>
      el('rect', { x, y: y - 6, width: 20, height: 12, fill, stroke: kit.paint('map-line'), 'stroke-width': 0.5 });
  const items: KeyItem[] = [];
  const classes = [...byClass].some(([name]) => typeof name === 'number') ? limits.length + 1 : 0;
  for (let index = 0; index < classes; index += 1) {
    items.push({
      text: `${range(kit, byClass, limits, index)} (${count(index)})`,
      glyphWidth: 20,
      glyph: swatch(classFill(kit, index, limits.length + 1)),
    });
  }
  if (count('no-data') > 0)
    items.push({
      text: `${kit.say(say('no data'))} (${count('no-data')})`,
      glyphWidth: 20,
      glyph: swatch(noDataFill(kit)),
    });
  if (count('not-applicable') > 0)
    items.push({
      text: `${kit.say(say('not applicable'))} (${count('not-applicable')})`,
      glyphWidth: 20,
      glyph: swatch(notApplicableFill(kit)),
    });
  items.push({
    text: kit.say(say('too small to draw to scale')),
    glyphWidth: 8,
    glyph: (x, y) => el('circle', { cx: x + 4, cy: y, r: radius, fill: 'none', stroke: kit.paint('map-line') }),
  });
  items.push({
    text: kit.say(say('boundary not final, unverified')),
    glyphWidth: 20,
    glyph: (x, y) =>
      el('path', { d: `M${round(x)},${round(y)}h20`, stroke: kit.paint('ink'), 'stroke-dasharray': '2 1.6' }),
  });
  return items;
}

/** "< 10", "10 – < 20", "≥ 20" in any language, kept left to right; the one range there is where nothing divides the figures. */
function range(
  kit: Kit,
  byClass: ReadonlyMap<number | string, readonly PlacedArea[]>,
  limits: readonly number[],
  index: number,
): string {
  const from = limits[index - 1];
  const to = limits[index];
  if (from === undefined && to === undefined) {
    const values = (byClass.get(0) ?? []).flatMap(({ given }) => given?.value ?? []);
    const ends = [...new Set([kit.figure(Math.min(...values)), kit.figure(Math.max(...values))])];
    return `\u2066${ends.join(' – ')}\u2069`;
  }
  if (from === undefined) return `\u2066< ${kit.figure(to ?? 0)}\u2069`;
  return to === undefined
    ? `\u2066≥ ${kit.figure(from)}\u2069`
    : `\u2066${kit.figure(from)} – < ${kit.figure(to)}\u2069`;
}
