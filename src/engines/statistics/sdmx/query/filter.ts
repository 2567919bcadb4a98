import { say } from '#kernel/i18n/say.ts';
import type { Address } from './address.ts';
import { type ComponentFilter, type Condition, operators } from './ast.ts';
import { syntaxError } from './refuse.ts';

/** The filters `c[COMPONENT]=ge:2020+le:2022,2025` of REST 2.x: a comma is OR, a plus sign is AND. */
export function parseFilters(address: Address): readonly ComponentFilter[] {
  return [...address.parameters].flatMap(([name, values]) => {
    const component = /^c\[(.*)\]$/.exec(name)?.[1];
    if (component === undefined) return [];
    if (!/^[A-Za-z][\w$@-]*$/.test(component)) {
      throw syntaxError(say('“{component}” is not the name of a component.', { component }));
    }
    return values.map((value) => ({
      component,
      alternatives: value
        .split(',')
        .map((alternative) => alternative.split('+').map((one) => condition(one, component))),
    }));
  });
}

function condition(text: string, component: string): Condition {
  const match = /^([a-z]{2}):(.*)$/s.exec(text);
  const operator = match === null ? 'eq' : operators.find((one) => one === match[1]);
  const value = match === null ? text : (match[2] ?? '');
  if (operator === undefined || value === '') {
    throw syntaxError(
      say('The filter on {component} must read [operator:]value, with one of the operators {operators}.', {
        component,
        operators: operators.join(', '),
      }),
    );
  }
  return { operator, value };
}

/** What startPeriod and endPeriod of REST 1.x mean, as a filter on the time dimension. */
export function periodFilter(start: string | undefined, end: string | undefined): readonly ComponentFilter[] {
  const conditions: readonly Condition[] = [
    ...(start === undefined ? [] : [{ operator: 'ge', value: start } as const]),
    ...(end === undefined ? [] : [{ operator: 'le', value: end } as const]),
  ];
  return conditions.length === 0 ? [] : [{ component: 'TIME_PERIOD', alternatives: [conditions] }];
}
