import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { XmlAttributes, XmlWriter } from '#kernel/xml/index.ts';
import { serialOfDate } from '../xlsx/dates.ts';
import type { Validation } from './definition.ts';

/** Excel declares a workbook damaged when these are longer. */
const most = { list: 255, title: 32, prompt: 255, error: 224 };

export function writeValidations(xml: XmlWriter, validations: readonly Validation[], sheet: string): void {
  if (validations.length === 0) return;
  xml.open('dataValidations', { count: validations.length });
  for (const validation of validations) {
    const { type, operator, formulas } = ruleOf(validation, sheet);
    const { prompt, error } = validation;
    const attributes: XmlAttributes = {
      type,
      operator,
      errorStyle: error?.level === 'stop' ? undefined : error?.level,
      allowBlank: (validation.blank ?? true) ? 1 : 0,
      showInputMessage: 1,
      showErrorMessage: 1,
      errorTitle: error?.title === undefined ? undefined : shorten(error.title, most.title),
      error: error === undefined ? undefined : shorten(error.text, most.error),
      promptTitle: prompt?.title === undefined ? undefined : shorten(prompt.title, most.title),
      prompt: prompt === undefined ? undefined : shorten(prompt.text, most.prompt),
      sqref: validation.range,
    };
    xml.open('dataValidation', attributes);
    for (const [at, formula] of formulas.entries()) xml.element(`formula${at + 1}`, {}, formula);
    xml.close();
  }
  xml.close();
}

interface Rule {
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
}

function ruleOf(validation: Validation, sheet: string): Rule {
  switch (validation.kind) {
    case 'list':
      return {
        type: 'list',
        formulas: ['reference' in validation ? validation.reference : inlineList(validation.values, sheet)],
      };
    case 'formula':
      return { type: 'custom', formulas: [validation.formula] };
    case 'date':
      return between(
        'date',
        validation.least && serialOfDate(validation.least),
        validation.most && serialOfDate(validation.most),
      );
    case 'length':
      return between('textLength', validation.least, validation.most);
    case 'whole':
    case 'decimal':
      return between(validation.kind, validation.least, validation.most);
    default:
      return validation satisfies never;
  }
}

function between(type: string, least: number | undefined, largest: number | undefined): Rule {
  if (least !== undefined && largest !== undefined) return { type, formulas: [String(least), String(largest)] };
  if (largest !== undefined) return { type, operator: 'lessThanOrEqual', formulas: [String(largest)] };
  // Without bounds the type alone is asked for, which the format can only say with a bound that every number keeps.
  const fallback = type === 'textLength' || type === 'date' ? 0 : -1e300;
  return { type, operator: 'greaterThanOrEqual', formulas: [String(least ?? fallback)] };
}

function inlineList(values: readonly string[], sheet: string): string {
  const list = values.join(',');
  if (list.length > most.list || values.some((value) => /[,"]/.test(value))) {
    throw new Problem(
      'wrong-use',
      say(
        'A list in the sheet {sheet} is longer than 255 characters or has a comma or quotation mark in a value. Put its values in cells and refer to them.',
        { sheet },
      ),
    );
  }
  return `"${list}"`;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
