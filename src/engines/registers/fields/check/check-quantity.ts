import { findUnit } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Quantity } from '../values.ts';
import { readNumber } from './check-number.ts';
import { checkParts } from './check-parts.ts';
import { isEmpty } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

/** An amount in one of the field's units; a unit may be given by its symbol or name. */
export function checkQuantity(spec: SpecOf<'quantity'>, value: unknown, report: Report): Quantity | undefined {
  const parts = checkParts(['value', 'unit'], value, report);
  if (parts === undefined) return undefined;
  const { value: amount, unit } = parts;
  if (isEmpty(amount) && isEmpty(unit)) return undefined;
  const number = readNumber(amount ?? '', report.at('value'));
  const named = typeof unit === 'string' ? findUnit(unit) : undefined;
  if (named === undefined || !spec.units.some((one) => findUnit(one)?.id === named.id))
    return report.at('unit').refuse(
      say('“{unit}” is no unit that is used here. Choose one of {units}.', {
        unit: quoted(unit ?? ''),
        units: spec.units.join(', '),
      }),
    );
  return number === undefined ? undefined : { value: number, unit: named.id };
}
