import type { Message } from '#kernel/i18n/say.ts';
import type { RecordFinding } from '../../definition.ts';
import type { FieldKind, FieldSpec } from '../spec.ts';

/** The spec of one kind of field. */
export type SpecOf<K extends FieldKind> = Extract<FieldSpec, { readonly kind: K }>;

/** Where a check says what it found; bound to one place of the record. */
export interface Report {
  /** The value cannot be kept: it is left out of the data, under the rule `form`. */
  refuse(said: Message): undefined;
  /** The value is not there, and must be before the record goes further: rule `required`. */
  miss(said: Message): undefined;
  /** The value is kept, changed as said. */
  warn(rule: string, said: Message): void;
  /** The same for a part of the value; entries of lists count from 1. */
  at(part: string | number): Report;
  /** How much was refused so far, at any place. */
  refused(): number;
}

/** A report that writes into `findings`, at this path. */
export function reportInto(findings: RecordFinding[], path: string): Report {
  return {
    refuse(said) {
      findings.push({ rule: 'form', severity: 'error', field: path, said });
      return undefined;
    },
    miss(said) {
      findings.push({ rule: 'required', severity: 'error', field: path, said });
      return undefined;
    },
    warn(rule, said) {
      findings.push({ rule, severity: 'warning', field: path, said });
    },
    at: (part) => reportInto(findings, path === '' ? String(part) : `${path}.${part}`),
    refused: () => findings.filter(({ rule }) => rule === 'form').length,
  };
}
