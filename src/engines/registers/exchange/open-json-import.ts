import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import { checkRecord } from '../fields/check-record.ts';
import type { ImportedRow, OpenedImport } from './imported-row.ts';

type Data = Readonly<Record<string, unknown>>;

const envelope = new Set([
  'id',
  'register',
  'state',
  'version',
  'revision',
  'demonstration',
  'changed',
  'title',
  'data',
]);

/** Opens a JSON file: a list of records, an object with `records`, or one record a line. A record is its fields, or `{id, data}` as exports have it. */
export function openJsonImport(register: RegisterDefinition, text: string): OpenedImport {
  const records = readRecords(text.replace(/^\uFEFF/, ''));
  return {
    kind: 'json',
    mapping: { fingerprint: 'json', columns: [] },
    unmapped: [],
    notes: [],
    async *rows() {
      for (const [at, record] of records.entries()) yield readRecord(register, record, at + 1);
    },
    close: async () => {},
  };
}

function readRecord(register: RegisterDefinition, record: unknown, row: number): ImportedRow {
  const whole = isObject(record) ? record : undefined;
  const wrapped =
    whole !== undefined && isObject(whole['data']) && Object.keys(whole).every((key) => envelope.has(key));
  const { id, ...bare } = whole ?? {};
  // A whole record speaks for every field, a bare one for those that it names.
  const named = wrapped ? Object.keys(register.fields) : Object.keys(bare);
  const { data, findings } = checkRecord(register, wrapped ? whole['data'] : whole === undefined ? record : bare);
  return {
    row,
    ...(typeof id === 'string' && id.trim() !== '' && { id: id.trim() }),
    data,
    columns: named.map((field) => ({ path: [field] })),
    findings,
  };
}

function readRecords(text: string): readonly unknown[] {
  const whole = parse(text);
  if (whole.ok) {
    if (Array.isArray(whole.value)) return whole.value as readonly unknown[];
    if (isObject(whole.value) && Array.isArray(whole.value['records']))
      return whole.value['records'] as readonly unknown[];
    if (isObject(whole.value)) return [whole.value];
  }
  const lines = text.split('\n');
  return lines.flatMap((line, at): unknown[] => {
    if (line.trim() === '') return [];
    const read = parse(line);
    if (read.ok) return [read.value];
    throw new Problem(
      'invalid',
      say('The file is no JSON: line {line} cannot be read. Give a list of records, or one record a line.', {
        line: at + 1,
      }),
      { details: { line: at + 1 } },
    );
  });
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
