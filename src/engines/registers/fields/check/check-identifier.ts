import { readIdentifier } from '../identifiers/read-identifier.ts';
import type { Report, SpecOf } from './report.ts';

/** An identifier in its own form, kept as it is normally written. */
export function checkIdentifier(spec: SpecOf<'identifier'>, value: unknown, report: Report): string | undefined {
  const read = readIdentifier(spec.form, typeof value === 'string' ? value : '');
  return read.ok ? read.value : report.refuse(read.said);
}
