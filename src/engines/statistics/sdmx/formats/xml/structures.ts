import type {
  AttributeComponent,
  Component,
  DataStructureArtefact,
  MetadataStructure,
} from '../../../registry/artefact.ts';
import { xml } from '../escape.ts';
import type { Edition } from '../urn.ts';
import { localReference, reference } from './reference.ts';
import { representation } from './representation.ts';

export function dataStructureComponents(edition: Edition, structure: DataStructureArtefact): string {
  const dimensions = structure.dimensions
    .map((dimension, index) => component(edition, 'str:Dimension', dimension, ` position="${index + 1}"`))
    .join('');
  // 3.0 fixes the time dimension at the end and takes no position.
  const position = edition === '2.1' ? ` position="${structure.dimensions.length + 1}"` : '';
  const time = component(edition, 'str:TimeDimension', structure.time, position);
  const attributes = structure.attributes.map((attribute) => attributeElement(edition, attribute)).join('');
  const measure = component(edition, edition === '2.1' ? 'str:PrimaryMeasure' : 'str:Measure', structure.measure, '');
  return (
    `<str:DataStructureComponents><str:DimensionList id="DimensionDescriptor">${dimensions}${time}</str:DimensionList>` +
    (attributes === '' ? '' : `<str:AttributeList id="AttributeDescriptor">${attributes}</str:AttributeList>`) +
    `<str:MeasureList id="MeasureDescriptor">${measure}</str:MeasureList></str:DataStructureComponents>`
  );
}

function component(edition: Edition, element: string, given: Component, attributes: string, further = ''): string {
  return (
    `<${element} id="${xml(given.id)}"${attributes}>${reference(edition, 'str:ConceptIdentity', given.concept)}` +
    `${representation(edition, 'str:LocalRepresentation', given.representation)}${further}</${element}>`
  );
}

function attributeElement(edition: Edition, attribute: AttributeComponent): string {
  const usage =
    edition === '2.1'
      ? ` assignmentStatus="${attribute.required ? 'Mandatory' : 'Conditional'}"`
      : ` usage="${attribute.required ? 'mandatory' : 'optional'}"`;
  const relationship = `<str:AttributeRelationship>${attachment(edition, attribute)}</str:AttributeRelationship>`;
  return component(edition, 'str:Attribute', attribute, usage, relationship);
}

function attachment(edition: Edition, { attachment: to }: AttributeComponent): string {
  if (to === 'dataset') return edition === '2.1' ? '<str:None/>' : '<str:Dataflow/>';
  if (to === 'observation') {
    return edition === '2.1' ? localReference(edition, 'str:PrimaryMeasure', 'OBS_VALUE') : '<str:Observation/>';
  }
  return to.dimensions.map((id) => localReference(edition, 'str:Dimension', id)).join('');
}

export function metadataStructureComponents(edition: Edition, structure: MetadataStructure): string {
  const attributes = structure.attributes
    .map((attribute) =>
      component(
        edition,
        'str:MetadataAttribute',
        attribute,
        ` minOccurs="${attribute.required ? 1 : 0}" maxOccurs="1"`,
      ),
    )
    .join('');
  if (edition === '3.0') {
    return `<str:MetadataStructureComponents><str:MetadataAttributeList id="MetadataAttributeDescriptor">${attributes}</str:MetadataAttributeList></str:MetadataStructureComponents>`;
  }
  return (
    `<str:MetadataStructureComponents><str:MetadataTarget id="TARGET"><str:IdentifiableObjectTarget id="OBJECT" objectType="${structure.target}">` +
    '<str:LocalRepresentation><str:TextFormat textType="IdentifiableReference"/></str:LocalRepresentation>' +
    '</str:IdentifiableObjectTarget></str:MetadataTarget>' +
    `<str:ReportStructure id="REPORT">${attributes}${localReference(edition, 'str:MetadataTarget', 'TARGET')}</str:ReportStructure>` +
    '</str:MetadataStructureComponents>'
  );
}
