import { say } from '#kernel/i18n/say.ts';
import type { Point } from '../values.ts';
import { readNumber } from './check-number.ts';
import { checkParts } from './check-parts.ts';
import { isEmpty } from './is-empty.ts';
import type { Report, SpecOf } from './report.ts';

/** WGS 84 degrees, north and east positive. */
export function checkPoint(_: SpecOf<'point'>, value: unknown, report: Report): Point | undefined {
  const parts = checkParts(['latitude', 'longitude'], value, report);
  if (parts === undefined || (isEmpty(parts['latitude']) && isEmpty(parts['longitude']))) return undefined;
  const latitude = degrees(parts['latitude'], 90, report.at('latitude'));
  const longitude = degrees(parts['longitude'], 180, report.at('longitude'));
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

function degrees(value: unknown, most: 90 | 180, report: Report): number | undefined {
  const number = readNumber(value ?? '', report);
  if (number === undefined || Math.abs(number) <= most) return number;
  return report.refuse(
    say('{value} is no place on earth: degrees go from −{most} to {most}. South and west are negative.', {
      value: String(number),
      most,
    }),
  );
}
