import type { ContentConstraint } from '../../../registry/artefact.ts';
import { xml } from '../escape.ts';
import { type Edition, namingOf } from '../urn.ts';
import { reference } from './reference.ts';

export function constraintAttributes(edition: Edition, constraint: ContentConstraint): string {
  return edition === '2.1' ? `type="${constraint.type}"` : `role="${constraint.type}"`;
}

/** Numbers found in the data, as annotations of type sdmx_metrics. */
export function constraintAnnotations(constraint: ContentConstraint): string {
  const counts = Object.entries(constraint.counts ?? {});
  if (counts.length === 0) return '';
  return `<com:Annotations>${counts
    .map(
      ([id, count]) =>
        `<com:Annotation id="${xml(id)}"><com:AnnotationTitle>${count}</com:AnnotationTitle><com:AnnotationType>sdmx_metrics</com:AnnotationType></com:Annotation>`,
    )
    .join('')}</com:Annotations>`;
}

export function constraintContent(edition: Edition, constraint: ContentConstraint): string {
  // The region's own elements are of the common namespace in 2.1 and of the structure namespace in 3.0.
  const prefix = edition === '2.1' ? 'com' : 'str';
  const attached = reference(
    edition,
    `str:${namingOf(constraint.attachedTo.kind, edition).type}`,
    constraint.attachedTo,
  );
  const keys = Object.entries(constraint.region)
    .map(([id, values]) => {
      const list = values.map((value) => `<${prefix}:Value>${xml(value)}</${prefix}:Value>`).join('');
      return `<${prefix}:KeyValue id="${xml(id)}">${list}</${prefix}:KeyValue>`;
    })
    .join('');
  const { period } = constraint;
  const times =
    period === undefined || edition === '3.0'
      ? ''
      : `<str:ReferencePeriod startTime="${period.start}T00:00:00Z" endTime="${period.end}T23:59:59Z"/>`;
  return (
    `<str:ConstraintAttachment>${attached}</str:ConstraintAttachment>` +
    `<str:CubeRegion include="true">${keys}</str:CubeRegion>${times}`
  );
}
