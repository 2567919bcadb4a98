import type { DataStructure } from '../model/structure.ts';
import type { ExploreState } from './state.ts';

/** Words of the address that are not dimensions. */
export const reserved = [
  'view',
  'from',
  'to',
  'period',
  'rows',
  'columns',
  'sort',
  'page',
  'across',
  'release',
  'scale',
  'embed',
  'size',
  'theme',
] as const;
const reservedWords: ReadonlySet<string> = new Set(reserved);

/** How a dimension is called in an address: by its id, with a point before one that means something else there. */
export function parameterOf(dimension: string): string {
  return reservedWords.has(dimension) ? `.${dimension}` : dimension;
}

/** Writes a state as a query string, dimensions in key order, always the same for the same state; '' for the empty one. */
export function writeQuery(state: ExploreState, structure: Pick<DataStructure, 'dimensions'>): string {
  const list = (ids: readonly string[]): string => ids.map(encodeURIComponent).join(',');
  const parts: [string, string | undefined][] = [
    ['view', state.view],
    ...structure.dimensions.map(({ id }): [string, string | undefined] => {
      const chosen = state.codes[id];
      return [
        encodeURIComponent(parameterOf(id)),
        chosen === undefined ? undefined : chosen === 'all' ? '*' : list(chosen),
      ];
    }),
    ['from', state.from && encodeURIComponent(state.from)],
    ['to', state.to && encodeURIComponent(state.to)],
    ['period', state.period && encodeURIComponent(state.period)],
    ['rows', state.rows && list(state.rows)],
    ['columns', state.columns && list(state.columns)],
    ['sort', state.sort && encodeURIComponent(state.sort)],
    ['page', state.page > 1 ? String(state.page) : undefined],
    ['across', state.across > 1 ? String(state.across) : undefined],
    ['release', state.release === undefined ? undefined : String(state.release)],
    ['scale', state.ownScale ? 'own' : undefined],
  ];
  return parts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}=${value}`])).join('&');
}
