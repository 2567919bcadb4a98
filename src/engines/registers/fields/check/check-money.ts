import { say } from '#kernel/i18n/say.ts';
import { findCurrency } from '../currencies.ts';
import type { Money } from '../values.ts';
import { checkParts } from './check-parts.ts';
import { isEmpty } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

const decimalText = /^([+-]?)0*(\d{1,24})(?:\.(\d{1,8}))?$/;

/** Decimal text and an ISO 4217 code, with no more decimals than the currency has. */
export function checkMoney(_: SpecOf<'money'>, value: unknown, report: Report): Money | undefined {
  const parts = checkParts(['amount', 'currency'], value, report);
  if (parts === undefined) return undefined;
  const { amount, currency } = parts;
  if (isEmpty(amount) && isEmpty(currency)) return undefined;
  const known = typeof currency === 'string' ? findCurrency(currency) : undefined;
  if (known === undefined)
    report.at('currency').refuse(
      say('“{currency}” is no currency. Give its code of three letters, such as EUR, KES or USD.', {
        currency: quoted(currency ?? ''),
      }),
    );
  const found = typeof amount === 'string' ? decimalText.exec(amount.trim()) : null;
  if (found === null)
    return report.at('amount').refuse(
      say('“{amount}” is no amount. Write digits as text, with a point before decimals: 1250.50.', {
        amount: quoted(amount ?? ''),
      }),
    );
  const [, sign = '', whole = '', decimals = ''] = found;
  if (known === undefined) return undefined;
  if (decimals.replace(/0+$/, '').length > known.decimals)
    return report.at('amount').refuse(
      say('{currency} has {decimals, plural, =0 {no decimals} one {# decimal} other {# decimals}}. Round {amount}.', {
        amount: quoted(amount),
        currency: known.id,
        decimals: known.decimals,
      }),
    );
  const kept = decimals.slice(0, known.decimals);
  const digits = kept === '' ? whole : `${whole}.${kept}`;
  return { amount: sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits, currency: known.id };
}
