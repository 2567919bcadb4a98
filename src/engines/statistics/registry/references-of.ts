import {
  type Artefact,
  type Component,
  type HierarchicalCode,
  type ItemReference,
  type Reference,
  type ReportingCategory,
  type Representation,
} from './artefact.ts';

/** Every artefact, and every item of a scheme, that this artefact names directly. A stub names none. */
export function referencesOf(artefact: Artefact): readonly (Reference | ItemReference)[] {
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
    case 'metadataflow':
      return [artefact.structure];
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
