import {
  type Artefact,
  type Category,
  isItemScheme,
  type ItemScheme,
  type ReportingCategory,
} from '../../registry/artefact.ts';
import type { Registry } from '../../registry/registry.ts';
import { compareVersions, selectVersions } from '../../registry/version.ts';
import type { Selection, StructureQuery } from '../query/ast.ts';
import { isOfResource } from '../query/resources.ts';

/** The artefacts that a structure query names, item schemes cut to the items asked for. */
export function selectArtefacts(registry: Registry, query: StructureQuery): readonly Artefact[] {
  const candidates = registry.artefacts.filter((artefact) => isOfResource(artefact, query.resource));
  const chosen = chooseVersions(candidates, query.select);
  if (query.items.length === 0) return chosen;
  return chosen.flatMap((artefact) => {
    if (!isItemScheme(artefact)) return [];
    const cut = cutItems(artefact, (path) => query.items.includes(path));
    return cut.items.length === 0 ? [] : [cut];
  });
}

/** Those of some artefacts of one kind whose agency, id and version are chosen. */
export function chooseVersions<T extends Artefact>(candidates: readonly T[], select: Selection): readonly T[] {
  const named = candidates.filter(
    (artefact) => matches(select.agencies, artefact.agency) && matches(select.ids, artefact.id),
  );
  const families = Map.groupBy(named, (artefact) => `${artefact.kind}=${artefact.agency}:${artefact.id}`);
  return [...families.values()].flatMap((family) => {
    const available = family.map((artefact) => artefact.version);
    const wanted = new Set(select.versions.flatMap((version) => selectVersions(available, version)));
    return family
      .filter((artefact) => wanted.has(artefact.version))
      .toSorted((a, b) => compareVersions(a.version, b.version));
  });
}

function matches(chosen: readonly string[], value: string): boolean {
  return chosen.includes('*') || chosen.includes(value);
}

/** A scheme with only the items whose id, or full path in a tree, is kept; the ancestors of a kept item stay. */
export function cutItems<T extends ItemScheme>(scheme: T, keep: (path: string) => boolean): T {
  const items =
    scheme.kind === 'categoryscheme'
      ? cutTree(scheme.items, keep, '')
      : scheme.kind === 'reportingtaxonomy'
        ? cutTree(scheme.items, keep, '')
        : scheme.items.filter((item: { readonly id: string }) => keep(item.id));
  const whole = countItems(items) === countItems(scheme.items);
  return { ...scheme, items, ...(whole ? {} : { partial: true }) };
}

function cutTree<T extends Category | ReportingCategory>(
  items: readonly T[],
  keep: (path: string) => boolean,
  above: string,
): readonly T[] {
  return items.flatMap((item) => {
    const path = above === '' ? item.id : `${above}.${item.id}`;
    const children = cutTree<Category | ReportingCategory>(item.children, keep, path);
    return children.length > 0 || keep(path) || keep(item.id) ? [{ ...item, children }] : [];
  });
}

function countItems(items: readonly object[]): number {
  let sum = 0;
  for (const item of items)
    sum += 1 + ('children' in item && Array.isArray(item.children) ? countItems(item.children) : 0);
  return sum;
}
