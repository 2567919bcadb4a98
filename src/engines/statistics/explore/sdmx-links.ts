import type { Dataflow } from '../model/structure.ts';

/** Formats in which the SDMX service gives data: what it is called, and how it is asked for. */
const formats = [
  { name: 'SDMX-CSV 2.0', format: 'application/vnd.sdmx.data+csv;version=2.0.0', v2: true },
  { name: 'SDMX-JSON 2.0', format: 'application/vnd.sdmx.data+json;version=2.0.0', v2: true },
  { name: 'SDMX-ML 3.0', format: 'application/vnd.sdmx.data+xml;version=3.0.0', v2: true },
  { name: 'SDMX-CSV 1.0', format: 'application/vnd.sdmx.data+csv;version=1.0.0', v2: false },
  { name: 'SDMX-JSON 1.0', format: 'application/vnd.sdmx.data+json;version=1.0.0', v2: false },
  { name: 'SDMX-ML 2.1', format: 'application/vnd.sdmx.structurespecificdata+xml;version=2.1', v2: false },
] as const;

/** Address of all data of a flow: API 2.x, or 1.x for older clients. */
export function dataAddress({ agency, id, version }: Dataflow, v2: boolean): string {
  return v2 ? `/sdmx/v2/data/dataflow/${agency}/${id}/${version}` : `/sdmx/rest/data/${agency},${id},${version}/all`;
}

export function structureAddress({ agency, id, version }: Dataflow): string {
  return `/sdmx/v2/structure/dataflow/${agency}/${id}/${version}?references=all`;
}

export interface SdmxLink {
  readonly name: string;
  readonly mediaType: string;
  readonly address: string;
}

/** Downloads of everything in every format of the service. */
export function sdmxLinks(flow: Dataflow): readonly SdmxLink[] {
  return formats.map(({ name, format, v2 }) => ({
    name,
    mediaType: format,
    address: `${dataAddress(flow, v2)}?format=${encodeURIComponent(format)}`,
  }));
}
