import type { DuckDBValue } from '@duckdb/node-api';
import type { ReleasedFlow } from '../model/released.ts';
import type { Chosen } from './state.ts';

/** A column's name as SQL writes it; names come from structures, values never go this way. */
export function column(id: string): string {
  return `"${id.replaceAll('"', '""')}"`;
}

/** A condition with the values that it binds, in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly DuckDBValue[];
}

/** What is asked of a release: codes by dimension and a time, already filled in. */
export interface Question {
  readonly codes: Readonly<Record<string, Chosen>>;
  /** First and last day (ISO). */
  readonly start?: string;
  readonly end?: string;
  /** One period exactly. */
  readonly period?: string;
}

/** The question as a condition; `without` leaves one dimension open. Values are numbered from `first`. */
export function conditionOf(question: Question, options: { without?: string; first?: number } = {}): Condition {
  const values: DuckDBValue[] = [];
  const bind = (value: DuckDBValue): string => `$${values.push(value) - 1 + (options.first ?? 1)}`;
  const parts = Object.entries(question.codes).flatMap(([id, chosen]) =>
    chosen === 'all' || id === options.without ? [] : [`${column(id)} IN (${chosen.map(bind).join(', ') || 'NULL'})`],
  );
  if (question.period !== undefined && options.without !== 'TIME_PERIOD')
    parts.push(`TIME_PERIOD = ${bind(question.period)}`);
  if (question.start !== undefined) parts.push(`_end >= ${bind(question.start)}::DATE`);
  if (question.end !== undefined) parts.push(`_start <= ${bind(question.end)}::DATE`);
  return { sql: parts.length === 0 ? 'true' : parts.join(' AND '), values };
}

/** The release from where the figures that a question asks for are found soonest. */
export function relationFor(release: ReleasedFlow, question: Question, without?: string): string {
  const bound = Object.entries(question.codes).flatMap(([id, chosen]): [string, number][] =>
    chosen === 'all' || id === without ? [] : [[id, chosen.length]],
  );
  return release.arranged?.(new Map(bound)) ?? release.relation;
}
