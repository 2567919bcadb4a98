import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { type ByteSource, openByteSource, openZip, type Zip } from '#kernel/zip/index.ts';
import { aWorkbook } from './a-workbook.ts';
import { detectContent } from './detect.ts';
import { defaultWorkbookLimits, type WorkbookLimits } from './limits.ts';
import { refuseContent } from './refuse-content.ts';
import type { Sheet, Workbook } from './table.ts';
import { findWorkbookPart } from './xlsx/find-workbook-part.ts';
import { openSheet } from './xlsx/open-sheet.ts';
import { readSharedTexts } from './xlsx/read-shared-texts.ts';
import { readRelationships } from './xlsx/relationships.ts';
import type { SharedTexts } from './xlsx/shared-texts.ts';
import { sheetRefusals } from './xlsx/sheet-refusals.ts';
import { readStylesPart } from './xlsx/styles-part.ts';
import { notAWorkbook, readWorkbookPart } from './xlsx/workbook-part.ts';

export interface ReadWorkbookOptions {
  readonly limits?: Partial<WorkbookLimits>;
  /** What messages call the file; by default its base name, or "upload" for bytes. */
  readonly name?: string;
}

/**
 * Opens an .xlsx workbook from a path or bytes. Sheets are read row by row in bounded memory; formulas are never computed, links
 * never followed, macros refused. Every refusal is a Problem with the place and what to do. Close it when done.
 */
export async function readWorkbook(source: string | Uint8Array, options: ReadWorkbookOptions = {}): Promise<Workbook> {
  const bytes = await openByteSource(source, options.name);
  try {
    const content = await detectContent(bytes);
    if (content === 'text') throw notAWorkbook(bytes.name);
    if (content !== 'zip') throw refuseContent(content, bytes.name);
    return await readZippedWorkbook(bytes, options);
  } catch (problem) {
    await bytes.close();
    throw problem;
  }
}

/** The same for bytes already known to be a zip archive. */
export async function readZippedWorkbook(bytes: ByteSource, options: ReadWorkbookOptions): Promise<Workbook> {
  const limits = { ...defaultWorkbookLimits, ...options.limits };
  const zip = await openZip(bytes, { limits: limits.zip });
  const main = await findWorkbookPart(zip);
  const { sheets, definedNames, dateSystem } = await readWorkbookPart(zip, main, limits.sheets);
  const relationships = await readRelationships(zip, main.name);
  const partOf = (type: string) => {
    const target = relationships.find((one) => one.type === type)?.target;
    return target === undefined ? undefined : zip.find(target);
  };
  const styles = partOf('styles');
  const formats = styles === undefined ? [] : await readStylesPart(zip, styles);
  // Read once, by whoever asks for rows first.
  let texts: Promise<SharedTexts> | undefined;
  const sharedTexts = () => (texts ??= readSharedTexts(zip, partOf('sharedStrings'), limits));

  const opened: Sheet[] = [];
  for (const [index, listed] of sheets.entries()) {
    const relationship = relationships.find(({ id }) => id === listed.relationship);
    // Sheets that hold one chart or an old dialog have no cells.
    if (relationship?.type === 'chartsheet' || relationship?.type === 'dialogsheet') continue;
    const entry = relationship === undefined ? undefined : zip.find(relationship.target);
    if (entry === undefined) throw missingSheet(zip, listed.name);
    const refusals = sheetRefusals(listed.name, limits);
    const context = async () => ({ texts: await sharedTexts(), formats, dateSystem, limits, refusals });
    opened.push(openSheet(zip, entry, listed, index, context));
  }
  return aWorkbook({
    kind: 'xlsx',
    name: zip.name,
    sheets: opened,
    definedNames,
    notes: [],
    async close() {
      (await texts?.catch(() => undefined))?.close();
      await zip.close();
    },
  });
}

function missingSheet(zip: Zip, sheet: string): Problem {
  return new Problem(
    'invalid',
    say(
      'The sheet {sheet} is listed in {file} but not in it. Open the workbook in a spreadsheet program, save it and send it again.',
      {
        sheet,
        file: zip.name,
      },
    ),
    { details: { sheet } },
  );
}
