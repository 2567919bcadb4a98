import type { ContentConstraint } from '../../../registry/artefact.ts';
import { type Edition, urn } from '../urn.ts';

/** The attachment and the values of a content constraint. */
export function constraintJson(edition: Edition, constraint: ContentConstraint): object {
  const lists = {
    datastructure: 'dataStructures',
    dataflow: 'dataflows',
    provisionagreement: 'provisionAgreements',
  } as const;
  const { kind } = constraint.attachedTo;
  const list = kind === 'datastructure' || kind === 'provisionagreement' ? lists[kind] : lists.dataflow;
  const attached = { [list]: [urn(edition, constraint.attachedTo)] };
  const keyValues = Object.entries(constraint.region).map(([id, values]) => ({
    id,
    values: edition === '2.1' ? values : values.map((value) => ({ value })),
  }));
  const { period } = constraint;
  if (edition === '3.0') {
    return { role: constraint.type, constraintAttachment: attached, cubeRegions: [{ include: true, keyValues }] };
  }
  return {
    type: constraint.type,
    constraintAttachment: attached,
    cubeRegions: [{ isIncluded: true, keyValues }],
    ...(period === undefined
      ? {}
      : { referencePeriod: { startTime: `${period.start}T00:00:00Z`, endTime: `${period.end}T23:59:59Z` } }),
  };
}

/** Numbers found in the data, as annotations of type sdmx_metrics. */
export function countsOf(constraint: ContentConstraint): readonly object[] | undefined {
  const counts = Object.entries(constraint.counts ?? {});
  if (counts.length === 0) return undefined;
  return counts.map(([id, count]) => ({ id, title: String(count), type: 'sdmx_metrics' }));
}
