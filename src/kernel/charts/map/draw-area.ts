import type { Kit } from '../layout/kit.ts';
import { say } from '#kernel/i18n/index.ts';
import { el, titleElement } from '../svg/element.ts';
import type { PlacedArea } from './place-areas.ts';

/** "Kenya: 123 per 100,000 (2020, estimated)", or why there is no figure. */
export function areaTitle(kit: Kit, { name, given, status }: PlacedArea): string {
  if (given === undefined || given.value === null) {
    const reason = given?.status === undefined ? undefined : kit.status(given.status);
    const none = status === 'not-applicable' ? kit.say(say('not applicable')) : (reason ?? kit.say(say('no data')));
    return [`${name}: ${none}`, given?.note, given?.finding].filter((part) => part !== undefined).join('. ');
  }
  const facts = [given.period, kit.status(given.status)].filter((part) => part !== undefined && part !== '');
  const brackets = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return [`${name}: ${kit.measure(given.value)}${brackets}`, given.note, given.finding]
    .filter((part) => part !== undefined)
    .join('. ');
}

/** One area with its tooltip, a link where it has one. Links stay out of the tab order: the table beside the map has them too. */
export function drawArea(kit: Kit, area: PlacedArea, radius: number): string {
  const inside = titleElement(areaTitle(kit, area));
  const shape =
    area.circle === undefined
      ? `<path data-area="${area.code}" d="${area.path ?? ''}">${inside}</path>`
      : el(
          'circle',
          {
            'data-area': area.code,
            cx: area.circle[0],
            cy: area.circle[1],
            r: radius,
            stroke: kit.paint('map-line'),
            'stroke-width': 0.8,
          },
          inside,
        );
  return area.given?.href === undefined ? shape : el('a', { href: area.given.href, tabindex: '-1' }, shape);
}
