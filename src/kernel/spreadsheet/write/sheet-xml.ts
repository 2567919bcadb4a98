import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { type XmlAttributes, XmlWriter } from '#kernel/xml/index.ts';
import { cellAddress, mostColumns, mostRows } from '../address.ts';
import { cellXml } from './cell-xml.ts';
import type { RowToWrite, SheetToWrite } from './definition.ts';
import type { StyleSheet } from './styles.ts';
import { writeValidations } from './validation-xml.ts';

const namespaces = {
  xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const chunkLength = 64 * 1024;

/** The part of one sheet in chunks, its rows taken as they are written. Elements come in the order that ECMA-376 part 1, 18.3.1.99 fixes. */
export async function* sheetXml(
  sheet: SheetToWrite,
  styles: StyleSheet,
  first: boolean,
): AsyncGenerator<string, void, undefined> {
  const xml = new XmlWriter().declaration().open('worksheet', namespaces);
  if (sheet.tabColor !== undefined)
    xml
      .open('sheetPr')
      .element('tabColor', { rgb: `FF${sheet.tabColor}` })
      .close();
  writeView(xml, sheet, first);
  xml.element('sheetFormatPr', { defaultRowHeight: 15 });
  writeColumns(xml, sheet, styles);
  xml.open('sheetData');
  let number = 0;
  for await (const row of sheet.rows) {
    number = writeRow(xml, row, number, styles, sheet.name);
    if (xml.length >= chunkLength) yield xml.take();
  }
  xml.close();
  if (sheet.protected)
    xml.element('sheetProtection', { sheet: 1, objects: 1, scenarios: 1, formatColumns: 0, formatRows: 0 });
  if (sheet.filter !== undefined) xml.element('autoFilter', { ref: sheet.filter });
  if (sheet.merged !== undefined && sheet.merged.length > 0) {
    xml.open('mergeCells', { count: sheet.merged.length });
    for (const ref of sheet.merged) xml.element('mergeCell', { ref });
    xml.close();
  }
  writeValidations(xml, sheet.validations ?? [], sheet.name);
  if (sheet.comments !== undefined && sheet.comments.length > 0) xml.element('legacyDrawing', { 'r:id': 'drawing' });
  xml.close();
  yield xml.finish();
}

function writeView(xml: XmlWriter, sheet: SheetToWrite, first: boolean): void {
  const view: XmlAttributes = {
    rightToLeft: sheet.rightToLeft ? 1 : undefined,
    tabSelected: first ? 1 : undefined,
    workbookViewId: 0,
  };
  xml.open('sheetViews').open('sheetView', view);
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  if (rows > 0 || columns > 0) {
    const pane = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
    xml.element('pane', {
      xSplit: columns > 0 ? columns : undefined,
      ySplit: rows > 0 ? rows : undefined,
      topLeftCell: cellAddress(rows + 1, columns + 1),
      activePane: pane,
      state: 'frozen',
    });
    xml.element('selection', { pane });
  }
  xml.close().close();
}

function writeColumns(xml: XmlWriter, sheet: SheetToWrite, styles: StyleSheet): void {
  const columns = sheet.columns ?? [];
  if (columns.length === 0) return;
  xml.open('cols');
  for (const [at, { width, hidden, style }] of columns.entries()) {
    xml.element('col', {
      min: at + 1,
      max: at + 1,
      width: width ?? 9.140_625,
      style: style === undefined ? undefined : styles.use(style),
      hidden: hidden ? 1 : undefined,
      customWidth: width === undefined ? undefined : 1,
    });
  }
  xml.close();
}

function writeRow(xml: XmlWriter, row: RowToWrite, before: number, styles: StyleSheet, sheet: string): number {
  const full = 'cells' in row ? row : { cells: row };
  const number = full.number ?? before + 1;
  if (number <= before || number > mostRows || full.cells.length > mostColumns) {
    throw new Problem(
      'too-large',
      say(
        'The sheet {sheet} cannot hold row {row} with {columns} columns: rows go in order up to {mostRows}, columns up to {mostColumns}. Split the table.',
        {
          sheet,
          row: number,
          columns: full.cells.length,
          mostRows,
          mostColumns,
        },
      ),
      { details: { sheet, row: number } },
    );
  }
  let cells = '';
  for (let at = 0; at < full.cells.length; at++) cells += cellXml(full.cells[at], number, at + 1, styles, sheet);
  const height = full.height === undefined ? '' : ` ht="${full.height}" customHeight="1"`;
  const hidden = full.hidden ? ' hidden="1"' : '';
  if (cells !== '' || height !== '' || hidden !== '') xml.raw(`<row r="${number}"${height}${hidden}>${cells}</row>`);
  return number;
}
