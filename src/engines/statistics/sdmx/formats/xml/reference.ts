import type { ItemReference, Reference } from '../../../registry/artefact.ts';
import { xml } from '../escape.ts';
import { type Edition, namingOf, urn, versionIn } from '../urn.ts';

/** An element that names an artefact or an item: `Ref` with its parts in 2.1, the URN as text in 3.0. */
export function reference(edition: Edition, element: string, to: Reference | ItemReference): string {
  if (edition === '3.0') return `<${element}>${xml(urn(edition, to))}</${element}>`;
  const { pack, type, item } = namingOf(to.kind, edition);
  const version = xml(versionIn(edition, to));
  const named =
    'item' in to
      ? `id="${xml(to.item)}" maintainableParentID="${xml(to.id)}" maintainableParentVersion="${version}" class="${item ?? type}"`
      : `id="${xml(to.id)}" version="${version}" class="${type}"`;
  return `<${element}><Ref ${named} agencyID="${xml(to.agency)}" package="${pack}"/></${element}>`;
}

/** An element that names something of the same artefact, by its id. */
export function localReference(edition: Edition, element: string, id: string): string {
  return edition === '3.0' ? `<${element}>${xml(id)}</${element}>` : `<${element}><Ref id="${xml(id)}"/></${element}>`;
}
