import { say } from '#kernel/i18n/say.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

const plain = /^[+-]?\d{1,16}(\.\d{1,30})?$/;

/** A number, as such or in plain digits, in its bounds and with no more decimals than it may have. */
export function checkNumber(spec: SpecOf<'number'>, value: unknown, report: Report): number | undefined {
  const number = readNumber(value, report);
  if (number === undefined) return undefined;
  if (decimalsOf(number) > spec.decimals) {
    return report.refuse(
      say(
        '{value} has too many decimals. Round it to {decimals, plural, =0 {a whole number} one {# decimal} other {# decimals}}.',
        {
          value: String(number),
          decimals: spec.decimals,
        },
      ),
    );
  }
  if (spec.least !== undefined && number < spec.least)
    return report.refuse(
      say('{value} is too small: the least here is {least}. Correct it.', {
        value: String(number),
        least: String(spec.least),
      }),
    );
  if (spec.most !== undefined && number > spec.most)
    return report.refuse(
      say('{value} is too large: the most here is {most}. Correct it.', {
        value: String(number),
        most: String(spec.most),
      }),
    );
  return number;
}

/** A number that is kept exactly: as JSON has it, or text of plain digits with a point; up to 2⁵³. */
export function readNumber(value: unknown, report: Report): number | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  const number = typeof value === 'number' ? value : plain.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number))
    return report.refuse(
      say('“{value}” is no number. Write digits only, with a point before decimals: 1250.5.', { value: quoted(value) }),
    );
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER)
    return report.refuse(
      say('{value} has more digits than can be kept exactly. Use a larger unit.', { value: quoted(value) }),
    );
  return number === 0 ? 0 : number;
}

function decimalsOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}
