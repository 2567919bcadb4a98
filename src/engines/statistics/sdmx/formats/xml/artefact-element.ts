import type {
  Artefact,
  HierarchicalCode,
  HierarchicalCodelist,
  Process,
  StructureSet,
} from '../../../registry/artefact.ts';
import { codesWithin, nameOf, referenceTo } from '../../../registry/artefact.ts';
import { localised, xml } from '../escape.ts';
import { type Edition, targetUrns } from '../urn.ts';
import { constraintAnnotations, constraintAttributes, constraintContent } from './constraint.ts';
import { categories, codes, concepts, organisations, reportingCategories } from './item-schemes.ts';
import { maintainable, nameable } from './maintainable.ts';
import { localReference, reference } from './reference.ts';
import { dataStructureComponents, metadataStructureComponents } from './structures.ts';

/** An artefact as SDMX-ML 2.1 or 3.0. */
export function artefactElement(edition: Edition, artefact: Artefact, serviceUrl: string): string {
  const whole = (content: string, attributes = '', annotations = '') =>
    maintainable(edition, artefact, serviceUrl, { content, attributes, annotations });
  switch (artefact.kind) {
    case 'agencyscheme':
    case 'dataproviderscheme':
    case 'dataconsumerscheme':
    case 'organisationunitscheme':
      return whole(organisations(edition, artefact));
    case 'codelist':
      return whole(codes(edition, artefact));
    case 'hierarchicalcodelist':
      return edition === '2.1'
        ? whole(hierarchy(artefact))
        : whole(branches(edition, artefact.codes), 'hasFormalLevels="false"');
    case 'conceptscheme':
      return whole(concepts(edition, artefact));
    case 'categoryscheme':
      return whole(categories(edition, artefact));
    case 'categorisation':
      return whole(
        reference(edition, 'str:Source', artefact.source) + reference(edition, 'str:Target', artefact.target),
      );
    case 'datastructure':
      return whole(dataStructureComponents(edition, artefact));
    case 'metadatastructure':
      return whole(metadataStructureComponents(edition, artefact));
    case 'dataflow':
      return whole(reference(edition, 'str:Structure', artefact.structure));
    case 'metadataflow': {
      const target =
        edition === '3.0'
          ? targetUrns(artefact)
              .map((one) => `<str:Target>${xml(one)}</str:Target>`)
              .join('')
          : '';
      return whole(reference(edition, 'str:Structure', artefact.structure) + target);
    }
    case 'provisionagreement': {
      const flow = edition === '2.1' ? 'str:StructureUsage' : 'str:Dataflow';
      return whole(reference(edition, flow, artefact.flow) + reference(edition, 'str:DataProvider', artefact.provider));
    }
    case 'contentconstraint':
      return whole(
        constraintContent(edition, artefact),
        constraintAttributes(edition, artefact),
        constraintAnnotations(artefact),
      );
    case 'structureset':
      return whole(edition === '2.1' ? codelistMap(artefact) : representationMap(artefact));
    case 'process':
      return whole(steps(edition, artefact));
    case 'reportingtaxonomy':
      return whole(reportingCategories(edition, artefact));
  }
}

function hierarchy(list: HierarchicalCodelist): string {
  const lists = new Map(codesWithin(list.codes).map(({ code }) => [nameOf(code), code]));
  const included = [...lists.values()].map((code) => reference('2.1', 'str:IncludedCodelist', referenceTo(code)));
  return (
    `${included.join('')}<str:Hierarchy id="${xml(list.id)}" leveled="false">${localised('com:Name', list.name)}` +
    `${branches('2.1', list.codes)}</str:Hierarchy>`
  );
}

function branches(edition: Edition, given: readonly HierarchicalCode[]): string {
  return given
    .map(
      ({ id, code, children }) =>
        `<str:HierarchicalCode id="${xml(id)}">${reference(edition, 'str:Code', code)}${branches(edition, children)}</str:HierarchicalCode>`,
    )
    .join('');
}

function codelistMap(set: StructureSet): string {
  const maps = set.pairs
    .map(
      ([from, to]) =>
        `<str:CodeMap>${localReference('2.1', 'str:Source', from)}${localReference('2.1', 'str:Target', to)}</str:CodeMap>`,
    )
    .join('');
  return (
    `<str:CodelistMap id="${xml(set.id)}">${localised('com:Name', set.name)}` +
    `${reference('2.1', 'str:Source', set.source)}${reference('2.1', 'str:Target', set.target)}${maps}</str:CodelistMap>`
  );
}

function representationMap(set: StructureSet): string {
  const maps = set.pairs.map(
    ([from, to]) =>
      `<str:RepresentationMapping><str:SourceValue>${xml(from)}</str:SourceValue><str:TargetValue>${xml(to)}</str:TargetValue></str:RepresentationMapping>`,
  );
  return (
    reference('3.0', 'str:SourceCodelist', set.source) +
    reference('3.0', 'str:TargetCodelist', set.target) +
    maps.join('')
  );
}

function steps(edition: Edition, process: Process): string {
  return process.steps
    .map((step) => {
      const parts = (element: string, list: Process['steps'][number]['inputs']) =>
        list.map((one) => `<${element}>${reference(edition, 'str:ObjectReference', one)}</${element}>`).join('');
      return (
        `<str:ProcessStep id="${xml(step.id)}">${nameable(step)}${parts('str:Input', step.inputs)}` +
        `${parts('str:Output', step.outputs)}<str:Computation>${localised('com:Description', step.computation)}</str:Computation></str:ProcessStep>`
      );
    })
    .join('');
}
