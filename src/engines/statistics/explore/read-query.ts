import { say } from '#kernel/i18n/index.ts';
import { findArea, findAreaByName } from '#reference/index.ts';
import type { DataStructure, Dimension } from '../model/structure.ts';
import { parameterOf, reserved, writeQuery } from './address.ts';
import { nearest } from './nearest.ts';
import type { ExploreNotice } from './notice.ts';
import { emptyState, views, withCodes, type Chosen, type ExploreState } from './state.ts';

export interface ReadQuery {
  readonly state: ExploreState;
  readonly notices: readonly ExploreNotice[];
}

const mostCodes = 300;
const periodForm = /^\d{4}(?:-(?:[AST]\d|Q[1-4]|M?\d{2}|W\d{2}|D\d{3}|\d{2}-\d{2}))?$/;

/** Reads the address of the explorer. What cannot be meant is left out and named in a notice, with the nearest that can. */
export function readQuery(query: URLSearchParams, structure: DataStructure, codeNames: CodeNames): ReadQuery {
  const notices: ExploreNotice[] = [];
  const codes: Record<string, Chosen> = {};
  const offers: { said: ExploreNotice['said']; dimension: string; add: string; label: string }[] = [];
  for (const dimension of structure.dimensions) {
    const given = words(query.getAll(parameterOf(dimension.id)));
    if (given.length === 0) continue;
    if (given.includes('*')) {
      codes[dimension.id] = 'all';
      continue;
    }
    const known = new Set(dimension.codelist.codes.map(({ id }) => id));
    const good = given.filter((code) => known.has(code));
    if (good.length > 0) codes[dimension.id] = good.slice(0, mostCodes);
    for (const bad of given.filter((code) => !known.has(code)).slice(0, 3)) {
      const near = nearestCode(bad, dimension, codeNames);
      const said = say('{dimension}: there is no code “{code}”.', {
        dimension: codeNames.ofDimension(dimension),
        code: bad,
      });
      if (near === undefined) notices.push({ said });
      else offers.push({ said, dimension: dimension.id, add: near, label: codeNames.of(dimension, near) });
    }
  }
  const ids = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const places = (name: 'rows' | 'columns'): readonly string[] | undefined => {
    const given = words(query.getAll(name));
    for (const bad of given.filter((id) => !ids.includes(id)).slice(0, 3)) {
      notices.push({
        said: say('There is no dimension “{name}” here; there are {all}.', { name: bad, all: ids.join(', ') }),
      });
    }
    const good = given.filter((id) => ids.includes(id));
    return good.length === 0 ? undefined : good;
  };
  const period = (name: 'from' | 'to' | 'period'): string | undefined => {
    const given = query.get(name) ?? '';
    if (given === '' || periodForm.test(given)) return given === '' ? undefined : given;
    notices.push({
      said: say('“{period}” is not a period. Write a year, as 2019, or 2019-Q1, or 2019-03.', { period: given }),
    });
    return undefined;
  };
  const view = query.get('view') ?? '';
  const knownView = views.find((one) => one === view);
  if (view !== '' && knownView === undefined) {
    notices.push({ said: say('There is no view “{view}”; there are {all}.', { view, all: views.join(', ') }) });
  }
  const rows = places('rows');
  const columns = places('columns');
  const [from, to, one] = [period('from'), period('to'), period('period')];
  const sort = query.get('sort') ?? '';
  const release = positive(query.get('release'));
  const state: ExploreState = {
    ...emptyState,
    ...(knownView !== undefined && { view: knownView }),
    codes,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(one !== undefined && { period: one }),
    ...(rows !== undefined && { rows }),
    ...(columns !== undefined && { columns: columns.filter((id) => rows?.includes(id) !== true) }),
    ...(sort !== '' && sort.length <= 200 && { sort }),
    page: positive(query.get('page')) ?? 1,
    across: positive(query.get('across')) ?? 1,
    ...(release !== undefined && { release }),
    ownScale: query.get('scale') === 'own',
  };
  const parameters = new Set<string>([...reserved, ...structure.dimensions.map(({ id }) => parameterOf(id))]);
  // Words in small letters come from elsewhere (utm_source …) and mean nothing here.
  for (const name of new Set([...query.keys()].filter((key) => !parameters.has(key) && /^[A-Z]/.test(key)))) {
    if (name === 'TIME_PERIOD') continue;
    const near = nearest(name, structure.dimensions, ({ id }) => [id]);
    const value = words(query.getAll(name));
    notices.push({
      said: say('There is no dimension “{name}” here; there are {all}.', {
        name: name.slice(0, 40),
        all: ids.join(', '),
      }),
      ...(near !== undefined &&
        state.codes[near.id] === undefined && {
          remedy: {
            label: say('Use {name}', { name: near.id }),
            query: writeQuery(withCodes(state, near.id, value), structure),
          },
        }),
    });
  }
  for (const { said, dimension, add, label } of offers) {
    const now = state.codes[dimension];
    const next = withCodes(state, dimension, [...(now === undefined || now === 'all' ? [] : now), add]);
    notices.push({ said, remedy: { label: say('Show {name}', { name: label }), query: writeQuery(next, structure) } });
  }
  return { state, notices };
}

/** Names of codes and dimensions in the visitor's language. */
export interface CodeNames {
  of(dimension: Dimension, code: string): string;
  ofDimension(dimension: Pick<Dimension, 'id' | 'name'>): string;
}

/** Whether an address is written as a form sends it (repeated or empty words), so that a shorter one says the same. */
export function canBeShortened(query: URLSearchParams): boolean {
  const names = [...query.keys()];
  return new Set(names).size < names.length || [...query.values()].includes('');
}

function words(values: readonly string[]): string[] {
  return [...new Set(values.flatMap((value) => value.split(',')).map((word) => word.trim().slice(0, 60)))].filter(
    (word) => word !== '',
  );
}

function nearestCode(bad: string, dimension: Dimension, names: CodeNames): string | undefined {
  const { codes } = dimension.codelist;
  const area = findArea(bad) ?? findAreaByName(bad);
  if (area !== undefined && codes.some(({ id }) => id === area.id)) return area.id;
  return nearest(bad, codes, ({ id }) => [id, names.of(dimension, id)])?.id;
}

function positive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
