import { csvData } from './csv/csv-data.ts';
import { jsonData1 } from './json/json-data-1.ts';
import { jsonData2 } from './json/json-data-2.ts';
import type { DataWriter } from './writer.ts';
import { genericData } from './xml/generic-data.ts';
import { specificData } from './xml/specific-data.ts';

/** A representation that can be asked for. */
export interface Offer {
  /** Media type without parameters. */
  readonly type: string;
  /** Version as the media type writes it. */
  readonly version: string;
  /** Words that the `format` parameter knows it by. */
  readonly names: readonly string[];
  readonly family: 'xml' | 'json' | 'csv';
}

/** Choices that a media type's parameters make (SDMX-CSV). */
export interface FormatOptions {
  readonly labels: 'id' | 'both' | 'name';
  readonly timeFormat: 'original' | 'normalized';
  readonly keys: 'none' | 'obs' | 'series' | 'both';
}

export interface DataOffer extends Offer {
  writer(options: FormatOptions): DataWriter;
  /** Lays out time series only. */
  readonly timeSeriesOnly?: boolean;
  /** Holds data of one structure only. */
  readonly oneStructure?: boolean;
}

export interface StructureOffer extends Offer {
  readonly edition: '2.1' | '3.0';
}

const vnd = 'application/vnd.sdmx.';

const generic: DataOffer = {
  type: `${vnd}genericdata+xml`,
  version: '2.1',
  names: ['genericdata', 'xml', 'sdmx-ml', 'sdmx-ml-2.1-generic'],
  family: 'xml',
  writer: () => genericData(),
};
const specific: DataOffer = {
  type: `${vnd}structurespecificdata+xml`,
  version: '2.1',
  names: ['structurespecificdata', 'structure', 'sdmx-ml-2.1-structured'],
  family: 'xml',
  writer: () => specificData('2.1'),
};
const genericSeries: DataOffer = {
  type: `${vnd}generictimeseriesdata+xml`,
  version: '2.1',
  names: ['generictimeseriesdata'],
  family: 'xml',
  timeSeriesOnly: true,
  writer: () => genericData(true),
};
const specificSeries: DataOffer = {
  type: `${vnd}structurespecifictimeseriesdata+xml`,
  version: '2.1',
  names: ['structurespecifictimeseriesdata'],
  family: 'xml',
  timeSeriesOnly: true,
  writer: () => specificData('2.1', true),
};
const json1: DataOffer = {
  type: `${vnd}data+json`,
  version: '1.0.0',
  names: ['jsondata', 'json', 'sdmx-json', 'sdmx-json-1.0'],
  family: 'json',
  oneStructure: true,
  writer: () => jsonData1,
};
const json2: DataOffer = {
  type: `${vnd}data+json`,
  version: '2.0.0',
  names: ['jsondata', 'json', 'sdmx-json', 'sdmx-json-2.0'],
  family: 'json',
  writer: () => jsonData2,
};
const csv1: DataOffer = {
  type: `${vnd}data+csv`,
  version: '1.0.0',
  names: ['csvdata', 'csv', 'csvfile', 'csvfilewithlabels', 'sdmx-csv', 'sdmx-csv-1.0'],
  family: 'csv',
  writer: (options) => csvData({ ...options, labels: options.labels === 'name' ? 'both' : options.labels, edition: 1 }),
};
const csv2: DataOffer = {
  type: `${vnd}data+csv`,
  version: '2.0.0',
  names: ['csvdata', 'csv', 'csvfile', 'csvfilewithlabels', 'sdmx-csv', 'sdmx-csv-2.0'],
  family: 'csv',
  writer: (options) => csvData({ ...options, edition: 2 }),
};
const xml3: DataOffer = {
  type: `${vnd}data+xml`,
  version: '3.0.0',
  names: ['xml', 'structurespecificdata', 'sdmx-ml', 'sdmx-ml-3.0'],
  family: 'xml',
  writer: () => specificData('3.0'),
};

/** Data formats of REST 1.x and 2.x; the first is the default. Those of the other family follow, for who names them exactly. */
export const dataOffers: Readonly<Record<1 | 2, readonly DataOffer[]>> = {
  1: [generic, specific, genericSeries, specificSeries, json1, csv1, xml3, json2, csv2],
  2: [json2, xml3, csv2, generic, specific, genericSeries, specificSeries, json1, csv1],
};

const xmlStructure1: StructureOffer = {
  type: `${vnd}structure+xml`,
  version: '2.1',
  names: ['xml', 'structure', 'sdmx-ml', 'sdmx-ml-2.1', 'sdmx-2.1'],
  family: 'xml',
  edition: '2.1',
};
const xmlStructure2: StructureOffer = {
  type: `${vnd}structure+xml`,
  version: '3.0.0',
  names: ['xml', 'structure', 'sdmx-ml', 'sdmx-ml-3.0', 'sdmx-3.0'],
  family: 'xml',
  edition: '3.0',
};
const jsonStructure1: StructureOffer = {
  type: `${vnd}structure+json`,
  version: '1.0.0',
  names: ['json', 'sdmx-json', 'sdmx-json-1.0'],
  family: 'json',
  edition: '2.1',
};
const jsonStructure2: StructureOffer = {
  type: `${vnd}structure+json`,
  version: '2.0.0',
  names: ['json', 'sdmx-json', 'sdmx-json-2.0'],
  family: 'json',
  edition: '3.0',
};

/**
 * Structure formats, the default first. REST 2.x names JSON as its default, but its conformance kit asks with a bare
 * wildcard and reads XML alone, so who takes anything gets XML.
 */
export const structureOffers: Readonly<Record<1 | 2, readonly StructureOffer[]>> = {
  1: [xmlStructure1, jsonStructure1, xmlStructure2, jsonStructure2],
  2: [xmlStructure2, jsonStructure2, xmlStructure1, jsonStructure1],
};

const xmlSchema1: StructureOffer = {
  type: `${vnd}schema+xml`,
  version: '2.1',
  names: ['xsd', 'schema', 'xml'],
  family: 'xml',
  edition: '2.1',
};
const xmlSchema2: StructureOffer = {
  type: `${vnd}schema+xml`,
  version: '3.0.0',
  names: ['xsd', 'schema', 'xml'],
  family: 'xml',
  edition: '3.0',
};

/** Answers of schema queries: an XML schema, or the structures that it is made of. */
export const schemaOffers: Readonly<Record<1 | 2, readonly StructureOffer[]>> = {
  1: [xmlSchema1, xmlStructure1, jsonStructure1],
  2: [jsonStructure2, xmlStructure2, xmlSchema2, xmlSchema1],
};
