import { say } from '#kernel/i18n/say.ts';
import { type Address, allowOnly, single } from './address.ts';
import type { AvailabilityQuery } from './ast.ts';
import { parseFilters } from './filter.ts';
import { parseKey1, parseKey2 } from './key.ts';
import { identifiers, moment, oneOf } from './parameters.ts';
import { dataContext, flowSelection, parseProviders, periodsOf } from './parse-data.ts';
import { selection2, tooLong } from './parse-structure.ts';
import { syntaxError } from './refuse.ts';

const referable = ['none', 'all', 'datastructure', 'conceptscheme', 'codelist', 'dataproviderscheme', 'dataflow'];

/** `availableconstraint/FLOW/KEY/PROVIDER/COMPONENT?mode=&references=` of REST 1.3 and later. */
export function parseAvailability1(address: Address): AvailabilityQuery {
  const [, flow, key, provider, component, ...rest] = address.path;
  tooLong(rest);
  allowOnly(address, ['mode', 'references', 'startPeriod', 'endPeriod', 'updatedAfter']);
  return {
    context: 'dataflow',
    select: flowSelection(flow),
    keys: parseKey1(key),
    filters: periodsOf(address),
    providers: parseProviders(provider),
    components: component === undefined || component === 'all' ? [] : identifiers(component.split('+'), 'component'),
    ...common(address, '+'),
  };
}

/** `availability/dataflow/AGENCY/FLOW/1.0.0/KEY/COMPONENT?c[…]=&mode=&references=` of REST 2.x. */
export function parseAvailability2(address: Address): AvailabilityQuery {
  const [, context = '*', agency, id, version, key, component, ...rest] = address.path;
  tooLong(rest);
  allowOnly(address, ['mode', 'references', 'updatedAfter']);
  return {
    context: dataContext(context),
    select: selection2(agency, id, version),
    keys: parseKey2(key),
    filters: parseFilters(address),
    providers: [],
    components: component === undefined || component === '*' ? [] : identifiers(component.split(','), 'component'),
    ...common(address, ','),
  };
}

function common(address: Address, separator: string): Pick<AvailabilityQuery, 'mode' | 'references' | 'updatedAfter'> {
  const updatedAfter = moment(address, 'updatedAfter');
  const references = (single(address, 'references') ?? 'none').split(separator);
  const wrong = references.find((one) => !referable.includes(one));
  if (wrong !== undefined) {
    throw syntaxError(say('references must be one of {words}, not “{wrong}”.', { words: referable.join(', '), wrong }));
  }
  return {
    mode: oneOf(address, 'mode', ['exact', 'available'], 'exact'),
    references: references.filter((one) => one !== 'none'),
    ...(updatedAfter === undefined ? {} : { updatedAfter }),
  };
}
