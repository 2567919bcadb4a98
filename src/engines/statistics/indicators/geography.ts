import { findArea, groups, membersOf, subNationalAreas } from '#reference/index.ts';
import type { Geography } from './open-indicators.ts';

/** Countries, groups and States that report in parts, from the reference lists. */
export function referenceGeography(): Geography {
  const parts = Map.groupBy(subNationalAreas, ({ parent }) => parent);
  return {
    groups: groups.map(({ id }) => ({ id, members: membersOf(id).map((country) => country.id) })),
    parts: new Map([...parts].map(([parent, areas]) => [parent, areas.map(({ id }) => id)])),
    isCountry: (area) => findArea(area)?.kind === 'country',
  };
}
