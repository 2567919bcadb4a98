export { cellAddress, columnName, findRange } from './address.ts';
export { defaultTableLimits, defaultWorkbookLimits, type TableLimits, type WorkbookLimits } from './limits.ts';
export { readWorkbook, type ReadWorkbookOptions } from './read-workbook.ts';
export type { Cell, CellValue, DefinedName, Range, Row, Sheet, Workbook } from './table.ts';
