import { say } from '#kernel/i18n/say.ts';
import type { FieldSpec } from '../spec.ts';
import { checkCode } from './check-code.ts';
import { checkCountry } from './check-country.ts';
import { checkDate, checkPeriod } from './check-date.ts';
import { checkFile } from './check-file.ts';
import { checkFields } from './check-group.ts';
import { checkIdentifier } from './check-identifier.ts';
import { checkLanguage } from './check-language.ts';
import { checkLink } from './check-link.ts';
import { checkList } from './check-list.ts';
import { checkMoney } from './check-money.ts';
import { checkNumber } from './check-number.ts';
import { checkParty } from './check-party.ts';
import { checkPoint } from './check-point.ts';
import { checkQuantity } from './check-quantity.ts';
import { checkReference } from './check-reference.ts';
import { checkText } from './check-text.ts';
import { checkYesNo } from './check-yes-no.ts';
import { isEmpty } from './is-empty.ts';
import type { Report } from './report.ts';

/** One field's value, a list or a single one, as it is kept; undefined when it is empty or refused. */
export function checkField(spec: FieldSpec, value: unknown, report: Report): unknown {
  const before = report.refused();
  const checked = isEmpty(value)
    ? undefined
    : spec.many
      ? checkList(spec, value, report, checkOne)
      : checkOne(spec, value, report);
  if (checked === undefined && spec.required && report.refused() === before)
    report.miss(say('This is still empty. Fill it in: the record cannot go further without it.'));
  return checked;
}

function checkOne(spec: FieldSpec, value: unknown, report: Report): unknown {
  switch (spec.kind) {
    case 'text':
    case 'rich':
      return checkText(spec, value, report);
    case 'number':
      return checkNumber(spec, value, report);
    case 'quantity':
      return checkQuantity(spec, value, report);
    case 'money':
      return checkMoney(spec, value, report);
    case 'yes-no':
      return checkYesNo(spec, value, report);
    case 'date':
      return checkDate(spec, value, report);
    case 'period':
      return checkPeriod(spec, value, report);
    case 'code':
      return checkCode(spec, value, report);
    case 'reference':
      return checkReference(spec, value, report);
    case 'party':
      return checkParty(spec, value, report);
    case 'country':
      return checkCountry(spec, value, report);
    case 'point':
      return checkPoint(spec, value, report);
    case 'file':
      return checkFile(spec, value, report);
    case 'link':
      return checkLink(spec, value, report);
    case 'language':
      return checkLanguage(spec, value, report);
    case 'identifier':
      return checkIdentifier(spec, value, report);
    case 'group':
      return checkFields(spec.fields, value, report, checkField);
  }
}
