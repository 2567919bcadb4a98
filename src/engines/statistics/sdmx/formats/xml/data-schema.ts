import {
  type CodelistArtefact,
  type Component,
  type DataStructureArtefact,
  nameOf,
  type Reference,
  referenceTo,
} from '../../../registry/artefact.ts';
import type { Allowed } from '../../structure/cut-partial.ts';
import { xml } from '../escape.ts';
import type { Edition } from '../urn.ts';
import { dataNamespace } from './data-header.ts';
import { declaration, namespace } from './namespaces.ts';

export interface SchemaParts {
  readonly edition: Edition;
  /** What is reported against: a structure, a flow or a provision agreement. */
  readonly usage: Reference;
  readonly structure: DataStructureArtefact;
  /** Code lists, cut to the codes allowed. */
  readonly lists: readonly CodelistArtefact[];
  /** Values allowed by component, where constraints say so. */
  readonly allowed: Allowed;
  readonly atObservation: string;
}

/**
 * The XML schema of structure-specific data for a structure (SDMX 2.1 section 3B and SDMX 3.0 section 3, "structure specific
 * schemas"): a simple type for each coded component, and types for the data set, its series and its observations.
 */
export function dataSchema(parts: SchemaParts): string {
  const { edition, structure, atObservation: at } = parts;
  const target = xml(dataNamespace(edition, referenceTo(parts.usage), at));
  const coded = [...structure.dimensions, ...structure.attributes].filter(
    ({ representation }) => 'codelist' in representation,
  );
  return (
    `${declaration}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${target}" targetNamespace="${target}"` +
    ` xmlns:dsd="${namespace(edition, 'data/structurespecific')}" xmlns:common="${namespace(edition, 'common')}" elementFormDefault="qualified" attributeFormDefault="unqualified">` +
    `<xs:import namespace="${namespace(edition, 'common')}" schemaLocation="SDMXCommon.xsd"/>` +
    `<xs:import namespace="${namespace(edition, 'data/structurespecific')}" schemaLocation="SDMXDataStructureSpecific.xsd"/>` +
    coded.map((component) => simpleType(component, parts)).join('') +
    `${dataSetType(edition, at)}${at === 'AllDimensions' ? '' : seriesType(parts)}${observationType(parts)}</xs:schema>`
  );
}

function simpleType(component: Component, { lists, allowed }: SchemaParts): string {
  const { representation } = component;
  const list =
    'codelist' in representation ? lists.find((one) => nameOf(one) === nameOf(representation.codelist)) : undefined;
  const limited = allowed.get(component.id);
  const codes = (list?.items ?? []).filter(({ id }) => limited === undefined || limited.has(id));
  const values = codes.map(({ id }) => `<xs:enumeration value="${xml(id)}"/>`).join('');
  return `<xs:simpleType name="${typeName(component)}"><xs:restriction base="xs:string">${values}</xs:restriction></xs:simpleType>`;
}

/** A component's type has its id, so that a list used twice may be limited differently. */
function typeName({ id }: Component): string {
  return `${xml(id)}_Type`;
}

function attribute(component: Component, use: 'required' | 'optional'): string {
  const { representation } = component;
  const texts = {
    String: 'xs:string',
    Double: 'xs:double',
    ObservationalTimePeriod: 'common:ObservationalTimePeriodType',
  };
  const type = 'codelist' in representation ? typeName(component) : texts[representation.text];
  return `<xs:attribute name="${xml(component.id)}" type="${type}" use="${use}"/>`;
}

const annotations = '<xs:element ref="common:Annotations" minOccurs="0"/>';

function restriction(name: string, base: string, content: string): string {
  return `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="${base}">${content}</xs:restriction></xs:complexContent></xs:complexType>`;
}

/** SDMX 2.1 alone knows types for time series, and an attribute for the start of the reporting year, which is not used here. */
function noReportingYear(edition: Edition): string {
  return edition === '2.1'
    ? '<xs:attribute name="REPORTING_YEAR_START_DAY" type="xs:gMonthDay" use="prohibited"/>'
    : '';
}

function dataSetType(edition: Edition, at: string): string {
  const series = edition === '2.1' && at === 'TIME_PERIOD';
  const element =
    at === 'AllDimensions'
      ? '<xs:element name="Obs" type="ObsType" form="unqualified" maxOccurs="unbounded"/>'
      : '<xs:element name="Series" type="SeriesType" form="unqualified" maxOccurs="unbounded"/>';
  const choice = `<xs:choice minOccurs="0">${element}</xs:choice>`;
  const provider =
    '<xs:element name="DataProvider" type="common:DataProviderReferenceType" form="unqualified" minOccurs="0"/>';
  return restriction(
    'DataSetType',
    series ? 'dsd:TimeSeriesDataSetType' : 'dsd:DataSetType',
    `<xs:sequence>${annotations}${provider}${choice}</xs:sequence>${noReportingYear(edition)}`,
  );
}

function seriesType({ edition, structure, atObservation: at }: SchemaParts): string {
  const dimensions = structure.dimensions.filter(({ id }) => id !== at).map((one) => attribute(one, 'required'));
  const time =
    at === 'TIME_PERIOD'
      ? '<xs:attribute name="TIME_PERIOD" type="common:ObservationalTimePeriodType" use="prohibited"/>'
      : attribute(structure.time, 'required');
  const attributes = structure.attributes
    .filter(({ attachment }) => typeof attachment === 'object' && !attachment.dimensions.includes(at))
    .map((one) => attribute(one, 'optional'));
  return restriction(
    'SeriesType',
    edition === '2.1' && at === 'TIME_PERIOD' ? 'dsd:TimeSeriesType' : 'dsd:SeriesType',
    `<xs:sequence>${annotations}<xs:element name="Obs" type="ObsType" form="unqualified" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>` +
      `${dimensions.join('')}${time}${noReportingYear(edition)}${attributes.join('')}`,
  );
}

function observationType({ edition, structure, atObservation: at }: SchemaParts): string {
  const dimensions = structure.dimensions
    .filter(({ id }) => at === 'AllDimensions' || id === at)
    .map((one) => attribute(one, 'required'));
  const timed = at === 'TIME_PERIOD' || at === 'AllDimensions';
  const time = timed
    ? attribute(structure.time, 'required')
    : '<xs:attribute name="TIME_PERIOD" type="common:ObservationalTimePeriodType" use="prohibited"/>';
  const attributes = structure.attributes
    .filter(
      ({ attachment }) =>
        attachment === 'observation' || (typeof attachment === 'object' && attachment.dimensions.includes(at)),
    )
    .map((one) => attribute(one, 'optional'));
  return restriction(
    'ObsType',
    edition === '2.1' && at === 'TIME_PERIOD' ? 'dsd:TimeSeriesObsType' : 'dsd:ObsType',
    `<xs:sequence>${annotations}</xs:sequence><xs:attribute name="type" type="common:IDType" use="prohibited"/>` +
      `${dimensions.join('')}${time}${attribute(structure.measure, 'optional')}${noReportingYear(edition)}${attributes.join('')}`,
  );
}
