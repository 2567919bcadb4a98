import { sorted, say, translatorOf } from '#kernel/i18n/index.ts';
import { aggregates, findArea } from '#reference/index.ts';
import { parameterOf, writeQuery } from './address.ts';
import type { Names } from './names.ts';
import type { Resolved } from './resolve.ts';
import { areaDimension } from './roles.ts';
import { withCodes } from './state.ts';

export interface PickerCode {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
  /** False where the rest of the choice leaves no figure. */
  readonly available: boolean;
}

/** How one dimension is chosen in the form. */
export interface Picker {
  readonly id: string;
  readonly parameter: string;
  readonly name: string;
  readonly kind: 'one' | 'several';
  /** What is chosen now, in few words. */
  readonly summary: string;
  readonly groups: readonly { readonly label?: string; readonly codes: readonly PickerCode[] }[];
  /** Queries that take all codes, or leave the choice to the data. */
  readonly allQuery?: string;
  readonly resetQuery?: string;
  /** Long lists get a box to search them. */
  readonly long: boolean;
}

const longList = 12;

/** The dimensions that there is something to choose of, with what the data leaves of each. */
export function pickersOf(resolved: Resolved, names: Names): readonly Picker[] {
  const { release, facts, view, codes, state, availability } = resolved;
  const { structure } = release.flow;
  const t = translatorOf(names.language);
  const area = areaDimension(structure);
  return structure.dimensions.flatMap((dimension): Picker[] => {
    const present = [...(facts.counts[dimension.id]?.keys() ?? [])];
    const isArea = dimension === area;
    if (present.length < 2 || (isArea && view === 'map')) return [];
    const chosen = codes[dimension.id];
    const explicit = state.codes[dimension.id];
    const left = availability[dimension.id] ?? new Map<string, number>();
    const isChosen = (code: string): boolean =>
      isArea && (view === 'table' || view === 'bar') && explicit === undefined
        ? false
        : chosen === 'all' || chosen?.includes(code) === true;
    const list = present.toSorted(names.compare(dimension.id)).map((id) => ({
      id,
      name: names.name(dimension.id, id),
      chosen: isChosen(id),
      available: (left.get(id) ?? 0) > 0,
    }));
    const some = list.filter((code) => code.chosen);
    const allNow = some.length === 0 || some.length === list.length;
    const [first] = some;
    return [
      {
        id: dimension.id,
        parameter: parameterOf(dimension.id),
        name: names.dimension(dimension.id),
        kind: view === 'map' ? 'one' : 'several',
        summary: allNow
          ? t(say('all {count}', { count: list.length }))
          : some.length === 1
            ? (first?.name ?? '')
            : t(say('{count} of {all}', { count: some.length, all: list.length })),
        groups: isArea ? byRegion(list, names) : [{ codes: list }],
        ...(!isArea &&
          view !== 'map' &&
          !allNow && { allQuery: writeQuery(withCodes(state, dimension.id, 'all'), structure) }),
        ...(explicit !== undefined && { resetQuery: writeQuery(withCodes(state, dimension.id, undefined), structure) }),
        long: list.length > longList,
      },
    ];
  });
}

/** Places under their continents, by name; the world and regions first. */
function byRegion(codes: readonly PickerCode[], names: Names): Picker['groups'] {
  const t = translatorOf(names.language);
  const groups = Map.groupBy(codes, ({ id }) => continentOf(id));
  const labelled = [...groups].map(([id, own]) => ({
    id,
    label:
      id === 'regions'
        ? t(say('World and regions'))
        : id === 'others'
          ? t(say('Others'))
          : (findArea(id)?.name[names.language] ?? id),
    codes: own,
  }));
  const rank = (id: string): number => (id === 'regions' ? 0 : id === 'others' ? 2 : 1);
  return sorted(names.language, labelled, ({ label }) => label).toSorted((one, other) => rank(one.id) - rank(other.id));
}

const levels = new Map(aggregates.map((area) => [area.id, area]));

function continentOf(id: string): string {
  const area = findArea(id);
  if (area === undefined || area.id !== id) return 'others';
  if (area.kind === 'aggregate') return 'regions';
  if (area.kind === 'sub-national') return continentOf(area.parent);
  let region = area.region === undefined ? undefined : levels.get(area.region);
  while (region !== undefined && region.level !== 'm49-region') {
    region = region.parent === undefined ? undefined : levels.get(region.parent);
  }
  return region?.id ?? 'others';
}
