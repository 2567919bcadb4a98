import type { Text } from '#kernel/i18n/say.ts';
import type { Codelist, DataStructure, Dataflow } from '../model/structure.ts';
import type {
  Artefact,
  AttributeComponent,
  CodelistArtefact,
  Component,
  Concept,
  ConceptScheme,
  HierarchicalCode,
  HierarchicalCodelist,
  ItemReference,
  Reference,
  Representation,
} from './artefact.ts';

/** Id of the concept scheme that is derived for a data structure. */
export function conceptSchemeId(structure: { readonly id: string }): string {
  return `CS_${structure.id}`;
}

/** The data structure, its concept scheme, its code lists, and a hierarchy for each list that has parents. */
function deriveStructure(structure: DataStructure): readonly Artefact[] {
  const { agency, id, version } = structure;
  const scheme: Reference = { kind: 'conceptscheme', agency, id: conceptSchemeId(structure), version };
  const concept = (item: string): ItemReference => ({ ...scheme, item });
  const coded = (component: { readonly id: string; readonly codelist: Codelist }): Component => ({
    id: component.id,
    concept: concept(component.id),
    representation: { codelist: listReference(component.codelist) },
  });
  const attributes = structure.attributes.map((attribute): AttributeComponent => ({
    id: attribute.id,
    concept: concept(attribute.id),
    representation: attribute.codelist === undefined ? freeText : { codelist: listReference(attribute.codelist) },
    required: attribute.required,
    attachment: 'observation',
  }));
  const lists = [...structure.dimensions, ...structure.attributes].flatMap(({ name, codelist }) =>
    codelist === undefined ? [] : deriveList(codelist, name),
  );
  return [
    {
      kind: 'datastructure',
      agency,
      id,
      version,
      name: structure.name,
      description: {
        en: `Components of the data: ${[...structure.dimensions, ...structure.attributes].map((one) => one.id).join(', ')}.`,
      },
      dimensions: structure.dimensions.map(coded),
      time: { id: 'TIME_PERIOD', concept: concept('TIME_PERIOD'), representation: { text: 'ObservationalTimePeriod' } },
      measure: { id: 'OBS_VALUE', concept: concept('OBS_VALUE'), representation: { text: 'Double' } },
      attributes,
    },
    conceptsOf(structure, scheme),
    ...lists,
  ];
}

/** The dataflow as an artefact, and all that its structure makes. */
export function deriveFlow(flow: Dataflow): readonly Artefact[] {
  const { agency, id, version, name, structure } = flow;
  return [
    {
      kind: 'dataflow',
      agency,
      id,
      version,
      name,
      ...(flow.description === undefined ? {} : { description: flow.description }),
      structure: { kind: 'datastructure', agency: structure.agency, id: structure.id, version: structure.version },
    },
    ...deriveStructure(structure),
  ];
}

const freeText: Representation = { text: 'String' };

function conceptsOf(structure: DataStructure, scheme: Reference): ConceptScheme {
  const fixed: readonly Concept[] = [
    { id: 'TIME_PERIOD', name: { en: 'Time period', fr: 'Période', es: 'Período' } },
    { id: 'OBS_VALUE', name: { en: 'Observation value', fr: 'Valeur d’observation', es: 'Valor de observación' } },
  ];
  const items = new Map<string, Concept>();
  for (const { id, name } of [...structure.dimensions, ...fixed, ...structure.attributes]) {
    if (!items.has(id)) items.set(id, { id, name });
  }
  const description = { en: `Concepts of the data structure ${structure.agency}:${structure.id}.` };
  return { ...scheme, kind: 'conceptscheme', name: structure.name, description, items: [...items.values()] };
}

function listReference(list: Codelist): Reference {
  return { kind: 'codelist', agency: list.agency, id: list.id, version: list.version };
}

/** A list is described by the component that it is for. */
function deriveList(list: Codelist, description: Text): readonly (CodelistArtefact | HierarchicalCodelist)[] {
  const { agency, id, version, name } = list;
  const artefact: CodelistArtefact = { kind: 'codelist', agency, id, version, name, description, items: list.codes };
  if (list.codes.every((code) => code.parent === undefined)) return [artefact];
  return [
    artefact,
    { kind: 'hierarchicalcodelist', agency, id: `H_${id}`, version, name, description, codes: treeOf(list) },
  ];
}

/** Codes under their parents; a code whose parent is not in the list, or that would close a circle, stands at the top. */
function treeOf(list: Codelist): readonly HierarchicalCode[] {
  const known = new Map(list.codes.map((code) => [code.id, code]));
  const rooted = (start: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | undefined = start; at !== undefined; at = known.get(at)?.parent) {
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return true;
  };
  const children = Map.groupBy(list.codes, (code) =>
    code.parent !== undefined && known.has(code.parent) && rooted(code.id) ? code.parent : '',
  );
  const branch = (parent: string): readonly HierarchicalCode[] =>
    (children.get(parent) ?? []).map((code) => ({
      id: code.id,
      code: { ...listReference(list), item: code.id },
      children: branch(code.id),
    }));
  return branch('');
}
