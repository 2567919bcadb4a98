import { say } from '#kernel/i18n/index.ts';
import type { ChartSeries } from '../input.ts';
import type { Kit } from '../layout/kit.ts';
import type { KeyItem } from '../layout/key.ts';
import { el, round } from '../svg/element.ts';
import { drawFlag, drawMarkers, markerPath } from '../svg/markers.ts';
import { isTentative } from '../text/words.ts';

/** Key entries for the ways of drawing that occur in these series, and for no others. */
export function statusKey(
  kit: Kit,
  series: readonly ChartSeries[],
  form: 'marker' | 'bar' | 'small',
): readonly KeyItem[] {
  const points = series.flatMap((each) => each.points);
  const colour = kit.paint('muted');
  const items: KeyItem[] = [];
  const tentative = [
    ...new Set(
      points.filter(({ status, y }) => y !== null && isTentative(status)).map(({ status }) => kit.status(status)),
    ),
  ];
  if (tentative.length > 0) {
    items.push({
      text: new Intl.ListFormat(kit.language, { type: 'disjunction' }).format(
        tentative.filter((word) => word !== undefined),
      ),
      glyphWidth: 26,
      glyph: (x, y) =>
        form === 'bar'
          ? el('rect', {
              x: x + 2,
              y: y - 5,
              width: 22,
              height: 10,
              fill: 'none',
              stroke: colour,
              'stroke-width': 1.5,
              'stroke-dasharray': '4 3',
            })
          : el('path', {
              d: `M${round(x)},${round(y)}h26`,
              stroke: colour,
              'stroke-width': 2,
              'stroke-dasharray': '5 4',
            }) + drawMarkers([el('path', { d: markerPath(0, x + 13, y, 3.2) })], colour, kit.paint('paper'), true),
    });
  }
  if (points.some(({ status }) => status === 'break')) {
    items.push({
      text: kit.say(say('break in series: not comparable with the figures before')),
      glyphWidth: 12,
      glyph: (x, y) =>
        el('path', {
          d: `M${round(x + 1)},${round(y + 5)}l4,-10M${round(x + 6)},${round(y + 5)}l4,-10`,
          stroke: colour,
          'stroke-width': 1.5,
        }),
    });
  }
  if (points.some(({ finding }) => finding !== undefined)) {
    items.push({
      text: kit.say(say('a check found something: see the table')),
      glyphWidth: 12,
      glyph: (x, y) =>
        form === 'small'
          ? el('circle', { cx: x + 6, cy: y, r: 2.4, fill: kit.paint('flag') })
          : drawFlag(x + 1, y + 6, kit.paint('flag')),
    });
  }
  return items;
}
