import type { Area, Country } from '../areas/area.ts';
import { countries } from '../areas/areas.ts';
import { findArea } from '../areas/find-area.ts';
import { lazily } from '../lazily.ts';
import { unLanguages } from '../language.ts';
import { nameKey } from '../name-key.ts';
import type { Group } from './group.ts';
import { groups, memberIds } from './groups.ts';

const index = /* @__PURE__ */ lazily(() => {
  const found = new Map<string, Group>();
  const keep = (key: string, group: Group): void => {
    if (!found.has(key)) found.set(key, group);
  };
  for (const group of groups) keep(nameKey(group.id), group);
  for (const group of groups) for (const language of unLanguages) keep(nameKey(group.name[language]), group);
  for (const group of groups) for (const label of group.labels) keep(nameKey(label), group);
  return found;
});

/** Finds a group by its id, its M49 code, its name in any of the six languages or another label of it (“LDC”, “Gulf States”). */
export function findGroup(idOrName: string): Group | undefined {
  const word = idOrName.trim();
  const area = /^\d{1,3}$/.test(word) ? findArea(word) : undefined;
  return index().get(nameKey(area?.kind === 'aggregate' ? area.id : word.padStart(/^\d+$/.test(word) ? 3 : 0, '0')));
}

/** The countries of a group, by alpha-3 code. Throws a `RangeError` when there is no such group. */
export function membersOf(group: Group | string): readonly Country[] {
  const found = typeof group === 'string' ? findGroup(group) : group;
  const ids = found === undefined ? undefined : memberIds().get(found.id);
  if (ids === undefined) throw new RangeError(`There is no group “${typeof group === 'string' ? group : group.id}”.`);
  return countries.filter(({ id }) => ids.has(id));
}

/** The groups that a place belongs to; a part of a country belongs where the country does, a region to its enclosing regions. */
export function groupsOf(area: Area | string): readonly Group[] {
  const found = typeof area === 'string' ? findArea(area) : area;
  if (found === undefined) return [];
  if (found.kind === 'aggregate') return enclosing(found.parent);
  const country = found.kind === 'sub-national' ? found.parent : found.id;
  return groups.filter(({ id }) => memberIds().get(id)?.has(country));
}

function enclosing(id: string | undefined): readonly Group[] {
  const area = id === undefined ? undefined : findArea(id);
  return area?.kind === 'aggregate'
    ? [...enclosing(area.parent), ...groups.filter((group) => group.id === area.id)]
    : [];
}
