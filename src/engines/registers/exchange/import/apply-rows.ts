import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import { can } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../../context.ts';
import type { RecordFinding, RegisterDefinition } from '../../definition.ts';
import { operationsOf } from '../../operations.ts';
import { createIn } from '../../records/create-record.ts';
import { saveIn } from '../../records/save-record.ts';
import { changedFields } from '../../records/write-change.ts';
import { applyRow } from '../apply-row.ts';
import type { ImportedRow, RowFinding } from '../imported-row.ts';
import type { RowOutcome } from './import-report.ts';
import { heldData, type Held } from './held-data.ts';
import { makeCleanRows } from './make-clean-rows.ts';
import { keyOf, matchRows } from './match-rows.ts';

export interface AppliedRow extends RowOutcome {
  /** Name of the record's change before, where there was one. */
  readonly before?: string;
}

export interface RowWishes {
  /** Moves that new records make at once: `['publish']`. */
  readonly moves: readonly string[];
  readonly demonstration: boolean;
}

/** Writes rows into the register, in the caller's transaction; what is refused is told row by row, and it is for the caller to keep all or nothing. */
export async function applyRows(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  rows: readonly ImportedRow[],
  wishes: RowWishes,
): Promise<readonly AppliedRow[]> {
  const matched = await matchRows(transaction, register, rows);
  const repeats = findRepeats(register, rows, matched);
  const open = rows.filter(({ row, findings }) => !repeats.has(row) && findings.every(({ rule }) => rule !== 'form'));
  // Clean new drafts go first: whatever order the file has, others may refer to them.
  const fresh = wishes.moves.length > 0 ? [] : open.filter(({ row }) => !matched.has(row));
  const made = await makeCleanRows(transaction, context, register, fresh, wishes.demonstration);
  const held = await heldData(transaction, context, register, [...matched.values()]);
  const outcomes: AppliedRow[] = [];
  for (const row of rows) {
    const id = made.get(row.row);
    const first = repeats.get(row.row);
    if (id !== undefined)
      outcomes.push({ row: row.row, outcome: 'new', id, fields: Object.keys(row.data), findings: row.findings });
    else if (first !== undefined) outcomes.push(refused(row, [{ ...repeated(first), field: '' }]));
    else if (row.findings.some(({ rule }) => rule === 'form')) outcomes.push(refused(row, []));
    else {
      const there = matched.get(row.row);
      const write = () => writeRow(transaction, context, register, row, there, held.get(there ?? ''), wishes);
      outcomes.push(await attempt(row, write));
    }
  }
  return outcomes;
}

/** Rows about the same record as an earlier one, with the earlier one's number. */
function findRepeats(
  register: RegisterDefinition,
  rows: readonly ImportedRow[],
  matched: ReadonlyMap<number, string>,
): ReadonlyMap<number, number> {
  const seen = new Map<string, number>();
  const repeats = new Map<number, number>();
  for (const row of rows) {
    const names = [matched.get(row.row) ?? row.id, keyOf(register, row)].flatMap((name, at) =>
      name === undefined ? [] : `${at}:${name}`,
    );
    const first = names.map((name) => seen.get(name)).find((number) => number !== undefined);
    if (first !== undefined) repeats.set(row.row, first);
    for (const name of names) seen.set(name, row.row);
  }
  return repeats;
}

async function writeRow(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  row: ImportedRow,
  id: string | undefined,
  held: Held | undefined,
  { moves, demonstration }: RowWishes,
): Promise<AppliedRow> {
  if (id === undefined || held === undefined) {
    const own = newIdOf(context, register, row);
    const made = await createIn(transaction, context, register, {
      data: row.data,
      act: 'imported',
      moves,
      demonstration,
      ...(own !== undefined && { id: own }),
    });
    return {
      row: row.row,
      outcome: 'new',
      id: made.id,
      fields: Object.keys(made.data),
      findings: row.findings,
    };
  }
  const { data, revision, known } = held;
  const wanted = applyRow(known.fields, data, row.data, row.columns);
  const base = { row: row.row, id, fields: changedFields(data, wanted), findings: row.findings };
  if (base.fields.length === 0) return { ...base, outcome: 'same' };
  const saved = await saveIn(transaction, context, register, id, { data: wanted, revision, act: 'imported' });
  return saved.revision === revision ? { ...base, outcome: 'same' } : { ...base, outcome: 'changed', before: revision };
}

/** Only who works on all records may give one its id: whoever sees a part would learn of a hidden one that has it. */
function newIdOf({ actor }: RegistersContext, register: RegisterDefinition, { id }: ImportedRow): string | undefined {
  if (id === undefined || !can(actor, operationsOf(register).create, {}).allowed) return undefined;
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id)) return id;
  throw new Problem(
    'invalid',
    say('“{id}” cannot be the id of a record. Use letters, digits, points and hyphens, or leave the cell empty.', {
      id: id.slice(0, 60),
    }),
  );
}

/** What a use case refuses is the row's finding; what went wrong otherwise ends the import. */
async function attempt(row: ImportedRow, write: () => Promise<AppliedRow>): Promise<AppliedRow> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const told = error.details['findings'];
    if (!Array.isArray(told))
      return refused(row, [{ rule: error.kind, severity: 'error', field: '', said: error.said }]);
    const known = new Set(row.findings.map(keyOfFinding));
    const more = (told as readonly RecordFinding[]).map(({ rule, severity, field, said }) => ({
      rule,
      severity,
      field,
      said,
    }));
    return refused(
      row,
      more.filter((finding) => !known.has(keyOfFinding(finding))),
    );
  }
}

const keyOfFinding = ({ rule, field }: RecordFinding): string => `${rule} ${field}`;

function refused(row: ImportedRow, findings: readonly RowFinding[]): AppliedRow {
  return { row: row.row, outcome: 'refused', fields: [], findings: [...row.findings, ...findings] };
}

const repeated = (row: number): { rule: string; severity: 'error'; said: Message } => ({
  rule: 'repeated',
  severity: 'error',
  said: say('Row {row} is about the same record. Keep one of the two.', { row }),
});
