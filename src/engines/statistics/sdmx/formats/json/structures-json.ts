import type {
  Component,
  DataStructureArtefact,
  MetadataStructure,
  Representation,
} from '../../../registry/artefact.ts';
import { type Edition, urn, versionIn } from '../urn.ts';

/** How a component's values are written. */
export function representationJson(edition: Edition, given: Representation): object {
  if ('codelist' in given) return { enumeration: urn(edition, given.codelist) };
  const length = given.maxLength === undefined ? {} : { maxLength: given.maxLength };
  return edition === '2.1'
    ? { textFormat: { textType: given.text, ...length } }
    : { format: { dataType: given.text, ...length } };
}

function componentJson(edition: Edition, component: Component): object {
  return {
    id: component.id,
    conceptIdentity: urn(edition, component.concept),
    localRepresentation: representationJson(edition, component.representation),
  };
}

/** The components of a data structure. */
export function componentsJson(edition: Edition, structure: DataStructureArtefact): object {
  const dimensions = structure.dimensions.map((dimension, position) => ({
    ...componentJson(edition, dimension),
    position,
  }));
  const attributes = structure.attributes.map((attribute) => {
    const { attachment: to } = attribute;
    if (edition === '2.1') {
      const attributeRelationship =
        to === 'dataset'
          ? { none: {} }
          : to === 'observation'
            ? { primaryMeasure: 'OBS_VALUE' }
            : { dimensions: to.dimensions };
      return {
        ...componentJson(edition, attribute),
        assignmentStatus: attribute.required ? 'Mandatory' : 'Conditional',
        attributeRelationship,
      };
    }
    const attributeRelationship =
      to === 'dataset' ? { dataflow: {} } : to === 'observation' ? { observation: {} } : { dimensions: to.dimensions };
    return {
      ...componentJson(edition, attribute),
      usage: attribute.required ? 'mandatory' : 'optional',
      attributeRelationship,
    };
  });
  const time = componentJson(edition, structure.time);
  const measure = componentJson(edition, structure.measure);
  return {
    ...(attributes.length === 0 ? {} : { attributeList: { id: 'AttributeDescriptor', attributes } }),
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions,
      ...(edition === '2.1'
        ? { timeDimensions: [{ ...time, position: structure.dimensions.length, type: 'TimeDimension' }] }
        : { timeDimension: time }),
    },
    measureList: {
      id: 'MeasureDescriptor',
      ...(edition === '2.1' ? { primaryMeasure: measure } : { measures: [measure] }),
    },
  };
}

/** The components of a metadata structure. */
export function metadataComponentsJson(edition: Edition, structure: MetadataStructure): object {
  const metadataAttributes = structure.attributes.map((attribute) => ({
    ...componentJson(edition, attribute),
    minOccurs: attribute.required ? 1 : 0,
    maxOccurs: 1,
  }));
  if (edition === '3.0') return { metadataAttributeList: { id: 'MetadataAttributeDescriptor', metadataAttributes } };
  const { agency, id, version } = structure;
  const target = `urn:sdmx:org.sdmx.infomodel.metadatastructure.MetadataTarget=${agency}:${id}(${versionIn('2.1', { kind: 'metadatastructure', agency, id, version })}).TARGET`;
  return {
    metadataTargets: [
      {
        id: 'TARGET',
        identifiableObjectTargets: [
          {
            id: 'OBJECT',
            objectType: structure.target,
            localRepresentation: { textFormat: { textType: 'IdentifiableReference' } },
          },
        ],
      },
    ],
    reportStructures: [{ id: 'REPORT', metadataAttributes, metadataTargets: [target] }],
  };
}
