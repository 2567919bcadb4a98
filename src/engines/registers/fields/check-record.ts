import type { RecordFinding, RegisterDefinition } from '../definition.ts';
import { checkField } from './check/check-field.ts';
import { checkFields } from './check/check-group.ts';
import { reportInto } from './check/report.ts';

export interface CheckedRecord {
  /** What can be kept, normalised: without empty values, and without those that a finding of the rule `form` refuses. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly findings: readonly RecordFinding[];
}

/**
 * Checks a record as it came, and gives it as it is kept. Any JSON is taken, and nothing thrown. Checking what was given back changes nothing.
 * Findings: `form` (an error: the value is left out of `data`, so a save must be refused), `required` (an error that only moves
 * to a complete record ask about), `direction` and `duplicate` (warnings: the value was mended as said), and those of the register's own
 * rules, which see only what is well formed. Paths count the entries of lists from 1: `contacts.2.office`.
 */
export function checkRecord(register: RegisterDefinition, data: unknown): CheckedRecord {
  const findings: RecordFinding[] = [];
  const kept = checkFields(register.fields, data ?? {}, reportInto(findings, ''), checkField) ?? {};
  for (const rule of register.rules)
    for (const finding of rule.find(kept)) findings.push({ rule: rule.id, ...finding });
  return { data: kept, findings };
}
