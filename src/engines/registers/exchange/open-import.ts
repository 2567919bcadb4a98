import { readFile } from 'node:fs/promises';
import type { RegisterDefinition } from '../definition.ts';
import type { OpenedImport, RememberedMapping } from './imported-row.ts';
import type { ColumnMapping } from './mapping.ts';
import { openJsonImport } from './open-json-import.ts';
import { openTableImport } from './open-table-import.ts';

/** Opens a file of records by its content: JSON when it begins with a bracket or brace, else a workbook or delimited text. Close it when done. */
export async function openImport(
  register: RegisterDefinition,
  source: string | Uint8Array,
  options: { readonly name?: string; readonly mapping?: ColumnMapping; readonly remembered?: RememberedMapping } = {},
): Promise<OpenedImport> {
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('[') || start.startsWith('{')) return openJsonImport(register, new TextDecoder().decode(bytes));
  return openTableImport(register, bytes, options);
}
