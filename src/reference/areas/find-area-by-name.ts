import { lazily } from '../lazily.ts';
import { unLanguages } from '../language.ts';
import { nameKey } from '../name-key.ts';
import alternativeNames from './alternative-names.json' with { type: 'json' };
import type { Area } from './area.ts';
import { areas, worldId } from './areas.ts';
import { findArea } from './find-area.ts';

const byName = /* @__PURE__ */ lazily(() => {
  // A weaker kind of name never displaces a stronger one, and a name that two places share finds neither.
  const official = indexOf(
    nameable().flatMap((area) => unLanguages.map((language) => [area.name[language], area] as const)),
  );
  const alternative = indexOf(
    Object.entries(alternativeNames).flatMap(([id, names]) => {
      const area = findArea(id);
      return area === undefined ? [] : names.map((name) => [name, area] as const);
    }),
  );
  const derived = indexOf(
    nameable().flatMap((area) =>
      unLanguages.flatMap((language) => derivedNames(area.name[language]).map((name) => [name, area] as const)),
    ),
  );
  return [official, alternative, derived];
});

/**
 * Finds a country, a part of one or the world by its name in any of the six languages, or by a common other name (“Turkey”,
 * “Ivory Coast”, “UK”), whatever the case, accents and punctuation. Regions are found by `findGroup`, since “Micronesia” is both.
 */
export function findAreaByName(name: string): Area | undefined {
  const key = nameKey(name);
  for (const index of byName()) {
    const area = index.get(key);
    if (area !== undefined) return area;
  }
  return undefined;
}

function nameable(): readonly Area[] {
  return areas.filter(({ kind, id }) => kind !== 'aggregate' || id === worldId);
}

function indexOf(pairs: readonly (readonly [string, Area])[]): ReadonlyMap<string, Area> {
  const index = new Map<string, Area>();
  const shared = new Set<string>();
  for (const [name, area] of pairs) {
    const key = nameKey(name);
    const other = index.get(key);
    if (other !== undefined && other !== area) shared.add(key);
    index.set(key, area);
  }
  for (const key of shared) index.delete(key);
  return index;
}

// “Iran (Islamic Republic of)” is also met as “Islamic Republic of Iran” and “Iran”.
function derivedNames(name: string): readonly string[] {
  const parts = /^(.+?)\s*[(（](.+)[)）]$/u.exec(name);
  const [, short, rest] = parts ?? [];
  return short === undefined || rest === undefined ? [] : [short, `${rest} ${short}`];
}
