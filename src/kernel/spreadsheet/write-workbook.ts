import { type EntryToWrite, writeZip, type WriteZipOptions } from '#kernel/zip/index.ts';
import { checkDefinition } from './write/check-definition.ts';
import { commentBoxesXml, commentsXml } from './write/comments-xml.ts';
import type { SheetToWrite, WorkbookToWrite } from './write/definition.ts';
import { contentTypesXml, relationshipsXml, workbookXml } from './write/package-xml.ts';
import { sheetXml } from './write/sheet-xml.ts';
import { StyleSheet } from './write/styles.ts';

/**
 * Bytes of an .xlsx workbook in chunks, rows taken as they are written, in constant memory; the same input gives the same bytes.
 * Text never becomes a formula. What a spreadsheet program could not open is refused as 'wrong-use' or 'too-large' with sheet and cell.
 */
export async function* writeWorkbook(
  workbook: WorkbookToWrite,
  options: WriteZipOptions = {},
): AsyncGenerator<Buffer, void, undefined> {
  checkDefinition(workbook);
  yield* writeZip(parts(workbook), options);
}

function* parts(workbook: WorkbookToWrite): Generator<EntryToWrite, void, undefined> {
  const styles = new StyleSheet(workbook.styles ?? {});
  const commented = workbook.sheets.flatMap((sheet, at) => (hasComments(sheet) ? [at + 1] : []));
  yield { name: '[Content_Types].xml', content: contentTypesXml(workbook.sheets.length, commented) };
  yield {
    name: '_rels/.rels',
    content: relationshipsXml([{ id: 'workbook', type: 'officeDocument', target: 'xl/workbook.xml' }]),
  };
  yield { name: 'xl/workbook.xml', content: workbookXml(workbook) };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: relationshipsXml([
      ...workbook.sheets.map((_, at) => ({
        id: `sheet${at + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { id: 'styles', type: 'styles', target: 'styles.xml' },
    ]),
  };
  const shown = workbook.sheets.findIndex((sheet) => sheet.hidden === undefined);
  for (const [at, sheet] of workbook.sheets.entries()) {
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet, styles, at === shown) };
    yield* commentParts(sheet, at + 1);
  }
  // Last, when it is known which styles the cells use.
  yield { name: 'xl/styles.xml', content: styles.part() };
}

function* commentParts(sheet: SheetToWrite, number: number): Generator<EntryToWrite, void, undefined> {
  const comments = sheet.comments ?? [];
  if (comments.length === 0) return;
  yield { name: `xl/comments${number}.xml`, content: commentsXml(comments, sheet.name) };
  yield { name: `xl/drawings/vmlDrawing${number}.vml`, content: commentBoxesXml(comments) };
  yield {
    name: `xl/worksheets/_rels/sheet${number}.xml.rels`,
    content: relationshipsXml([
      { id: 'comments', type: 'comments', target: `../comments${number}.xml` },
      { id: 'drawing', type: 'vmlDrawing', target: `../drawings/vmlDrawing${number}.vml` },
    ]),
  };
}

function hasComments(sheet: SheetToWrite): boolean {
  return (sheet.comments ?? []).length > 0;
}
