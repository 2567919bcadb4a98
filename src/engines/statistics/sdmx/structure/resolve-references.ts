import { type Artefact, isItemScheme, nameOf } from '../../registry/artefact.ts';
import { type Edition, referencesOf } from '../../registry/references-of.ts';
import type { Registry } from '../../registry/registry.ts';
import type { StructureQuery } from '../query/ast.ts';
import { isOfResource } from '../query/resources.ts';

/** The artefacts linked with those found, as far as the query asks, without the found ones themselves. */
export function resolveReferences(
  registry: Registry,
  found: readonly Artefact[],
  query: StructureQuery,
  edition: Edition,
): readonly Artefact[] {
  const collected = new Map<string, Artefact>();
  for (const artefact of found)
    for (const one of linked(registry, artefact, query, edition)) collected.set(nameOf(one), one);
  for (const artefact of found) collected.delete(nameOf(artefact));
  return [...collected.values()];
}

function linked(registry: Registry, artefact: Artefact, query: StructureQuery, edition: Edition): readonly Artefact[] {
  const children = () => registry.children(artefact, edition);
  const parents = () =>
    registry.parents(artefact, edition).filter((parent) => refersToItems(parent, artefact, query, edition));
  const siblings = () => parents().flatMap((parent) => [parent, ...registry.children(parent, edition)]);
  const descendants = () => closure([artefact], (one) => registry.children(one, edition));
  switch (query.references) {
    case 'none':
      return [];
    case 'children':
      return children();
    case 'parents':
      return parents();
    case 'parentsandsiblings':
      return siblings();
    case 'ancestors':
      return closure(parents(), (one) => registry.parents(one, edition));
    case 'descendants':
      return descendants();
    case 'all':
      return [...siblings(), ...descendants()];
    default: {
      const names = query.references;
      return [...parents(), ...children()].filter((one) => names.some((name) => isOfResource(one, name)));
    }
  }
}

/** When items are asked for, only artefacts that name one of those items count as parents of the scheme. */
function refersToItems(parent: Artefact, scheme: Artefact, query: StructureQuery, edition: Edition): boolean {
  if (query.items.length === 0 || !isItemScheme(scheme)) return true;
  const own = referencesOf(parent, edition).filter((reference) => nameOf(reference) === nameOf(scheme));
  return own.some((reference) => !('item' in reference) || query.items.includes(reference.item));
}

function closure(start: readonly Artefact[], next: (artefact: Artefact) => readonly Artefact[]): readonly Artefact[] {
  const seen = new Map(start.map((artefact) => [nameOf(artefact), artefact]));
  const queue = [...start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const one of next(at)) {
      if (seen.has(nameOf(one))) continue;
      seen.set(nameOf(one), one);
      queue.push(one);
    }
  }
  return [...seen.values()];
}
