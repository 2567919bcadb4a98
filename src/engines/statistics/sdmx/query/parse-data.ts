import { say } from '#kernel/i18n/say.ts';
import { type Address, allowOnly, single } from './address.ts';
import type { DataContext, DataQuery, ProviderChoice, Selection, Sorting } from './ast.ts';
import { parseFilters, periodFilter } from './filter.ts';
import { parseKey1, parseKey2 } from './key.ts';
import { identifiers, moment, oneOf, wholeNumber, yesOrNo } from './parameters.ts';
import { selection1, selection2, tooLong } from './parse-structure.ts';
import { daysOf } from './period.ts';
import { syntaxError } from './refuse.ts';

const details = {
  full: { attributes: ['dsd'], measures: ['all'] },
  dataonly: { attributes: ['none'], measures: ['all'] },
  serieskeysonly: { attributes: ['none'], measures: ['none'] },
  nodata: { attributes: ['dataset', 'series'], measures: ['none'] },
} as const;

/** `data/AGENCY,FLOW,1.0/KEY/PROVIDER?…` of REST 1.x. */
export function parseData1(address: Address): DataQuery {
  const [, flow, key, provider, ...rest] = address.path;
  tooLong(rest);
  allowOnly(address, [
    'startPeriod',
    'endPeriod',
    'updatedAfter',
    'firstNObservations',
    'lastNObservations',
    'dimensionAtObservation',
    'detail',
    'includeHistory',
  ]);
  const detail = details[oneOf(address, 'detail', ['full', 'dataonly', 'serieskeysonly', 'nodata'], 'full')];
  return {
    context: 'dataflow',
    select: flowSelection(flow),
    keys: parseKey1(key),
    filters: periodsOf(address),
    providers: parseProviders(provider),
    ...common(address),
    ...detail,
    sort: [],
  };
}

/** `data/dataflow/AGENCY/FLOW/1.0.0/KEY?c[…]=…` of REST 2.x. */
export function parseData2(address: Address): DataQuery {
  const [, context = '*', agency, id, version, key, ...rest] = address.path;
  tooLong(rest);
  allowOnly(address, [
    'updatedAfter',
    'firstNObservations',
    'lastNObservations',
    'dimensionAtObservation',
    'attributes',
    'measures',
    'includeHistory',
    'offset',
    'limit',
    'sort',
    'asOf',
  ]);
  const asOf = moment(address, 'asOf');
  const offset = wholeNumber(address, 'offset', true);
  const limit = wholeNumber(address, 'limit');
  return {
    context: dataContext(context),
    select: selection2(agency, id, version),
    keys: parseKey2(key),
    filters: parseFilters(address),
    providers: [],
    ...common(address),
    attributes: words(address, 'attributes', 'dsd'),
    measures: words(address, 'measures', 'all'),
    ...(asOf === undefined ? {} : { asOf }),
    ...(offset === undefined ? {} : { offset }),
    ...(limit === undefined ? {} : { limit }),
    sort: sorting(single(address, 'sort')),
  };
}

function common(
  address: Address,
): Pick<DataQuery, 'updatedAfter' | 'first' | 'last' | 'dimensionAtObservation' | 'history'> {
  const updatedAfter = moment(address, 'updatedAfter');
  const first = wholeNumber(address, 'firstNObservations');
  const last = wholeNumber(address, 'lastNObservations');
  const dimensionAtObservation = single(address, 'dimensionAtObservation');
  return {
    ...(updatedAfter === undefined ? {} : { updatedAfter }),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(dimensionAtObservation === undefined ? {} : { dimensionAtObservation }),
    history: yesOrNo(address, 'includeHistory'),
  };
}

/** `FLOW`, `AGENCY,FLOW` or `AGENCY,FLOW,1.0`. */
export function flowSelection(text: string | undefined): Selection {
  const [first, ...more] = (text ?? '').split(',');
  if (text === undefined || first === '' || more.length > 2) {
    throw syntaxError(say('Name the dataflow: FLOW, AGENCY,FLOW or AGENCY,FLOW,VERSION.'));
  }
  return more.length === 0 ? selection1(undefined, first) : selection1(first, more[0], more[1]);
}

/** `PROVIDER`, `AGENCY,PROVIDER`, several joined with a plus sign. */
export function parseProviders(text: string | undefined): readonly ProviderChoice[] {
  if (text === undefined || text === 'all') return [];
  return text.split('+').map((one) => {
    const parts = identifiers(one.split(','), 'provider');
    const [first = '', second] = parts;
    if (parts.length > 2) throw syntaxError(say('Name a provider as ID or AGENCY,ID.'));
    return second === undefined ? { id: first } : { agency: first, id: second };
  });
}

export function periodsOf(address: Address): ReturnType<typeof periodFilter> {
  const [start, end] = [single(address, 'startPeriod'), single(address, 'endPeriod')];
  for (const period of [start, end]) if (period !== undefined) daysOf(period);
  return periodFilter(start, end);
}

export function dataContext(text: string): DataContext {
  if (text === 'dataflow' || text === 'datastructure' || text === 'provisionagreement' || text === '*') return text;
  throw syntaxError(
    say('“{text}” is not a context for data: use dataflow, datastructure, provisionagreement or *.', { text }),
  );
}

function words(address: Address, name: string, otherwise: string): readonly string[] {
  return identifiers((single(address, name) ?? otherwise).split(','), name);
}

/** `REF_AREA+TIME_PERIOD:desc`. */
function sorting(text: string | undefined): readonly Sorting[] {
  if (text === undefined) return [];
  return text.split('+').map((one) => {
    const match = /^([\w@$-]+|\*)(?::(asc|desc))?$/.exec(one);
    if (match === null)
      throw syntaxError(say('sort must list components, each with :asc or :desc, not “{one}”.', { one }));
    return { by: match[1] ?? '', descending: match[2] === 'desc' };
  });
}
