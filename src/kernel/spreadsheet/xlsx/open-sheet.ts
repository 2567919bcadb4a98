import { Problem } from '#kernel/errors/problem.ts';
import type { Zip, ZipEntry } from '#kernel/zip/index.ts';
import type { Range, Row, Sheet } from '../table.ts';
import { readPart } from './part.ts';
import { type SheetContext, SheetParser } from './sheet-parser.ts';
import type { ListedSheet } from './workbook-part.ts';

/** One sheet of an open workbook; nothing is read until rows are asked for. */
export function openSheet(
  zip: Zip,
  entry: ZipEntry,
  listed: ListedSheet,
  index: number,
  context: () => Promise<SheetContext>,
): Sheet {
  let merged: readonly Range[] | undefined;

  async function* batches(): AsyncGenerator<readonly Row[], void, undefined> {
    const known = await context();
    const parser = new SheetParser(known);
    try {
      for await (const _ of readPart(zip, entry, parser, { text: known.limits.cellCharacters * 8 + 65_536 })) {
        if (parser.rows.length === 0) continue;
        const rows = parser.rows;
        parser.rows = [];
        yield rows;
      }
    } catch (problem) {
      if (!(problem instanceof Problem) || 'sheet' in problem.details) throw problem;
      throw known.refusals.damaged(parser.row, parser.column, problem);
    }
    merged = parser.merged;
  }

  return {
    name: listed.name,
    index,
    hidden: listed.hidden,
    batches,
    async *rows() {
      for await (const batch of batches()) yield* batch;
    },
    async merged() {
      if (merged === undefined) {
        for await (const _ of batches()) {
          // Merged cells stand behind the rows.
        }
      }
      return merged ?? [];
    },
  };
}
