import {
  type Artefact,
  type Component,
  type HierarchicalCode,
  type ItemReference,
  type Reference,
  type ReportingCategory,
  type Representation,
} from './artefact.ts';

/** Editions of the SDMX standard that artefacts are written in: 2.1 for REST 1.x, 3.0 for REST 2.x. */
export type Edition = '2.1' | '3.0';

/** Every artefact, and every item of a scheme, that this artefact names directly in an edition. A stub names none. */
export function referencesOf(artefact: Artefact, edition: Edition): readonly (Reference | ItemReference)[] {
  if (artefact.stub === true) return [];
  switch (artefact.kind) {
    case 'agencyscheme':
    case 'dataproviderscheme':
    case 'dataconsumerscheme':
    case 'organisationunitscheme':
    case 'codelist':
    case 'categoryscheme':
      return [];
    case 'hierarchicalcodelist':
      return artefact.codes.flatMap(codesIn);
    case 'conceptscheme':
      return artefact.items.flatMap((concept) => ofRepresentation(concept.representation));
    case 'categorisation':
      return [artefact.source, artefact.target];
    case 'datastructure':
      return [...artefact.dimensions, artefact.time, artefact.measure, ...artefact.attributes].flatMap(ofComponent);
    case 'metadatastructure':
      return artefact.attributes.flatMap(ofComponent);
    case 'dataflow':
      return [artefact.structure];
    case 'metadataflow':
      return edition === '2.1' ? [artefact.structure] : [artefact.structure, ...artefact.targets];
    case 'provisionagreement':
      return [artefact.flow, artefact.provider];
    case 'contentconstraint':
      return [artefact.attachedTo];
    case 'structureset':
      return [artefact.source, artefact.target];
    case 'process':
      return artefact.steps.flatMap((step) => [...step.inputs, ...step.outputs]);
    case 'reportingtaxonomy':
      return artefact.items.flatMap(partsIn);
  }
}

function ofComponent(component: Component): readonly Reference[] {
  return [component.concept, ...ofRepresentation(component.representation)];
}

function ofRepresentation(representation: Representation | undefined): readonly Reference[] {
  return representation !== undefined && 'codelist' in representation ? [representation.codelist] : [];
}

function codesIn(code: HierarchicalCode): readonly ItemReference[] {
  return [code.code, ...code.children.flatMap(codesIn)];
}

function partsIn(category: ReportingCategory): readonly Reference[] {
  return [...category.parts, ...category.children.flatMap(partsIn)];
}
