import type { RecordFinding } from '../definition.ts';
import { checkField } from './check/check-field.ts';
import { reportInto } from './check/report.ts';
import type { FieldSpec } from './spec.ts';

export interface CheckedValue {
  /** As it is kept; undefined when it is empty or refused. */
  readonly value: unknown;
  readonly findings: readonly RecordFinding[];
}

/** Checks the value of one field, at `path` of a record. Any JSON is taken, and nothing thrown. */
export function checkValue(spec: FieldSpec, value: unknown, path: string): CheckedValue {
  const findings: RecordFinding[] = [];
  return { value: checkField(spec, value, reportInto(findings, path)), findings };
}
