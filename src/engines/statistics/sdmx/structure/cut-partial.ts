import {
  type Artefact,
  type CodelistArtefact,
  type DataStructureArtefact,
  isItemScheme,
  nameOf,
  type Reference,
} from '../../registry/artefact.ts';
import { type Edition, referencesOf } from '../../registry/references-of.ts';
import type { Registry } from '../../registry/registry.ts';
import { cutItems } from './select-artefacts.ts';

/** Values allowed by component: from the allowed constraints on a structure, its flow and its provision agreement. */
export type Allowed = ReadonlyMap<string, ReadonlySet<string>>;

/** `detail=referencepartial`: referenced schemes keep only what the answer's artefacts use and its constraints allow. */
export function cutPartial(
  registry: Registry,
  found: readonly Artefact[],
  referenced: readonly Artefact[],
  edition: Edition,
): readonly Artefact[] {
  const answer = [...found, ...referenced];
  const structures = answer.filter((artefact) => artefact.kind === 'datastructure');
  const allowed = mergeAllowed(found.map((artefact) => allowedFor(registry, artefact)));
  const users = answer.filter((artefact) => !isItemScheme(artefact));
  return referenced.map((artefact) => {
    if (!isItemScheme(artefact)) return artefact;
    if (artefact.kind === 'codelist') return cutCodelist(artefact, structures, allowed);
    if (artefact.kind === 'agencyscheme' || artefact.kind === 'reportingtaxonomy') return artefact;
    const used = new Set(
      users
        .flatMap((user) => referencesOf(user, edition))
        .filter((reference) => nameOf(reference) === nameOf(artefact))
        .flatMap((reference) => ('item' in reference ? [reference.item] : [])),
    );
    return used.size === 0 ? artefact : cutItems(artefact, (path) => used.has(path));
  });
}

/** What the allowed constraints say for a structure, a flow or a provision agreement, those of what it stands on included. */
export function allowedFor(registry: Registry, artefact: Artefact): Allowed {
  const chain = [artefact, ...standsOn(registry, artefact)];
  const allowed = new Map<string, Set<string>>();
  for (const link of chain) {
    for (const constraint of registry.parents(link, '3.0')) {
      if (constraint.kind !== 'contentconstraint' || constraint.type !== 'Allowed') continue;
      for (const [component, values] of Object.entries(constraint.region)) {
        const before = allowed.get(component);
        allowed.set(component, new Set(before === undefined ? values : values.filter((value) => before.has(value))));
      }
    }
  }
  return allowed;
}

function standsOn(registry: Registry, artefact: Artefact): readonly Reference[] {
  if (artefact.kind === 'dataflow') return [artefact.structure];
  if (artefact.kind !== 'provisionagreement') return [];
  const flow = registry.find({ ...artefact.flow, kind: 'dataflow' });
  return flow === undefined ? [artefact.flow] : [artefact.flow, flow.structure];
}

/** Of several contexts in one answer, a component is limited only where all of them limit it. */
function mergeAllowed(all: readonly Allowed[]): Allowed {
  const [first, ...rest] = all;
  if (first === undefined) return new Map();
  return rest.reduce<Allowed>((merged, one) => {
    const both = new Map<string, Set<string>>();
    for (const [component, values] of merged) {
      const other = one.get(component);
      if (other !== undefined) both.set(component, values.union(other));
    }
    return both;
  }, first);
}

/** A code list cut to the codes that its dimensions may take; ancestors of a kept code stay, so that parents can be found. */
export function cutCodelist(
  list: CodelistArtefact,
  structures: readonly DataStructureArtefact[],
  allowed: Allowed,
): CodelistArtefact {
  const components = structures
    .flatMap((structure) => [...structure.dimensions, ...structure.attributes])
    .filter(({ representation }) => 'codelist' in representation && nameOf(representation.codelist) === nameOf(list));
  const kept = new Set<string>();
  for (const { id } of components) {
    const values = allowed.get(id);
    if (values === undefined) return list;
    for (const value of values) kept.add(value);
  }
  if (components.length === 0) return list;
  const parents = new Map(list.items.map((code) => [code.id, code.parent]));
  for (const code of kept) {
    const parent = parents.get(code);
    if (parent !== undefined) kept.add(parent);
  }
  return cutItems(list, (id) => kept.has(id));
}
