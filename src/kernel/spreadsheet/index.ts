export { cellAddress, columnName, findRange } from './address.ts';
export { type CsvEncoding, csvEncodings } from './csv/encoding.ts';
export { type Delimiter, delimiters } from './csv/delimiter.ts';
export { defaultTableLimits, defaultWorkbookLimits, type TableLimits, type WorkbookLimits } from './limits.ts';
export { readCsv, type ReadCsvOptions } from './read-csv.ts';
export { readTable, type ReadTableOptions } from './read-table.ts';
export { readWorkbook, type ReadWorkbookOptions } from './read-workbook.ts';
export type { Cell, CellValue, DefinedName, Range, Row, Sheet, Workbook } from './table.ts';
export type {
  CellStyle,
  CellToWrite,
  ColumnToWrite,
  CommentToWrite,
  RowToWrite,
  SheetToWrite,
  Validation,
  ValueToWrite,
  WorkbookToWrite,
} from './write/definition.ts';
export { type CsvValue, writeCsv, type WriteCsvOptions } from './write-csv.ts';
export { writeWorkbook } from './write-workbook.ts';
