import { type Artefact, type Kind, nameOf, type Reference } from './artefact.ts';
import { type Edition, referencesOf } from './references-of.ts';

/** Every maintainable artefact, with the links between them. */
export interface Registry {
  readonly artefacts: readonly Artefact[];
  find<K extends Kind>(reference: Reference & { readonly kind: K }): Extract<Artefact, { kind: K }> | undefined;
  /** Artefacts that this one names, as an edition writes it. */
  children(artefact: Artefact, edition: Edition): readonly Artefact[];
  /** Artefacts that name this one. */
  parents(artefact: Reference, edition: Edition): readonly Artefact[];
  /** The same registry with further artefacts (what the data itself makes: actual constraints). */
  with(further: readonly Artefact[]): Registry;
}

/** Indexes artefacts; of two with one identity the first is kept. */
export function makeRegistry(given: readonly Artefact[]): Registry {
  const byName = new Map<string, Artefact>();
  for (const artefact of given) if (!byName.has(nameOf(artefact))) byName.set(nameOf(artefact), artefact);
  const artefacts = [...byName.values()];
  // Only questions about structures follow links.
  const made = new Map<Edition, ReturnType<typeof linksBetween>>();
  const linksIn = (edition: Edition): ReturnType<typeof linksBetween> => {
    const links = made.get(edition) ?? linksBetween(byName, edition);
    made.set(edition, links);
    return links;
  };
  return {
    artefacts,
    find: <K extends Kind>(reference: Reference & { readonly kind: K }) => {
      const found = byName.get(nameOf(reference));
      return found === undefined || !isKind(found, reference.kind) ? undefined : found;
    },
    children: (artefact, edition) => linksIn(edition).children.get(nameOf(artefact)) ?? [],
    parents: (artefact, edition) => linksIn(edition).parents.get(nameOf(artefact)) ?? [],
    with: (further) => (further.length === 0 ? makeRegistry(artefacts) : makeRegistry([...artefacts, ...further])),
  };
}

function linksBetween(byName: ReadonlyMap<string, Artefact>, edition: Edition) {
  const children = new Map<string, Artefact[]>();
  const parents = new Map<string, Artefact[]>();
  for (const artefact of byName.values()) {
    const named = new Set(referencesOf(artefact, edition).map(nameOf));
    const found = [...named].flatMap((name) => byName.get(name) ?? []);
    children.set(nameOf(artefact), found);
    for (const child of found) {
      const list = parents.get(nameOf(child)) ?? [];
      list.push(artefact);
      parents.set(nameOf(child), list);
    }
  }
  return { children, parents };
}

function isKind<K extends Kind>(artefact: Artefact, kind: K): artefact is Extract<Artefact, { kind: K }> {
  return artefact.kind === kind;
}
