import { XmlWriter } from '#kernel/xml/index.ts';
import type { WorkbookToWrite } from './definition.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The list of what each part of the package is. */
export function contentTypesXml(sheets: number, commented: readonly number[]): string {
  const xml = new XmlWriter()
    .declaration()
    .open('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' });
  xml.element('Default', {
    Extension: 'rels',
    ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
  });
  xml.element('Default', { Extension: 'xml', ContentType: 'application/xml' });
  xml.element('Default', { Extension: 'vml', ContentType: 'application/vnd.openxmlformats-officedocument.vmlDrawing' });
  const override = (part: string, type: string) =>
    xml.element('Override', { PartName: part, ContentType: `${spreadsheet}.${type}+xml` });
  override('/xl/workbook.xml', 'sheet.main');
  override('/xl/styles.xml', 'styles');
  for (let at = 1; at <= sheets; at++) override(`/xl/worksheets/sheet${at}.xml`, 'worksheet');
  for (const at of commented) override(`/xl/comments${at}.xml`, 'comments');
  return xml.close().finish();
}

/** Relationships by id; types are the last step of the office namespace. */
export function relationshipsXml(
  lines: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string {
  const xml = new XmlWriter()
    .declaration()
    .open('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' });
  for (const { id, type, target } of lines)
    xml.element('Relationship', { Id: id, Type: `${office}/${type}`, Target: target });
  return xml.close().finish();
}

/** The main part: sheets, their state, and defined names. */
export function workbookXml(workbook: WorkbookToWrite): string {
  const xml = new XmlWriter()
    .declaration()
    .open('workbook', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': office });
  xml.element('workbookPr');
  if (workbook.structureProtected) xml.element('workbookProtection', { lockStructure: 1 });
  const shown = Math.max(
    0,
    workbook.sheets.findIndex((sheet) => sheet.hidden === undefined),
  );
  xml.open('bookViews').element('workbookView', { firstSheet: shown, activeTab: shown }).close();
  xml.open('sheets');
  for (const [at, { name, hidden }] of workbook.sheets.entries()) {
    xml.element('sheet', {
      name,
      sheetId: at + 1,
      state: hidden === 'very-hidden' ? 'veryHidden' : hidden,
      'r:id': `sheet${at + 1}`,
    });
  }
  xml.close();
  const names = workbook.definedNames ?? [];
  if (names.length > 0) {
    xml.open('definedNames');
    for (const { name, reference, sheet, hidden } of names) {
      const local =
        sheet === undefined
          ? undefined
          : workbook.sheets.findIndex((one) => one.name.toLowerCase() === sheet.toLowerCase());
      xml.element('definedName', { name, localSheetId: local, hidden: hidden ? 1 : undefined }, reference);
    }
    xml.close();
  }
  // Programs compute all formulas when they open the file, so that stored results cannot be out of date.
  return xml.element('calcPr', { fullCalcOnLoad: 1 }).close().finish();
}
