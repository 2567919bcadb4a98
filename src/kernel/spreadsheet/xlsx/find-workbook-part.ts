import { Problem } from '#kernel/errors/problem.ts';
import { type Message, say } from '#kernel/i18n/say.ts';
import type { Zip, ZipEntry } from '#kernel/zip/index.ts';
import { readRelationships } from './relationships.ts';
import { notAWorkbook } from './workbook-part.ts';

/** Finds the main part of an OOXML workbook; other things that come as zip files are refused by their own name. */
export async function findWorkbookPart(zip: Zip): Promise<ZipEntry> {
  refuseMacros(zip);
  const relationships = await readRelationships(zip, '');
  const main = relationships.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = zip.find(main);
  if (entry !== undefined && main.endsWith('.xml') && !/^(?:word|ppt|visio)\//.test(main)) return entry;
  const said = sentenceFor(zip, main);
  throw said === undefined ? notAWorkbook(zip.name) : new Problem('unsupported-media-type', said);
}

function refuseMacros(zip: Zip): void {
  const macro = zip.entries.find(({ name }) => /(?:^|\/)vbaProject[^/]*\.bin$|^xl\/macrosheets\//i.test(name));
  if (macro === undefined) return;
  throw new Problem(
    'unsupported-media-type',
    say(
      'The workbook {file} contains macros, which are programs. Save it as "Excel Workbook (.xlsx)", without macros, and send that.',
      {
        file: zip.name,
      },
    ),
    { details: { part: macro.name } },
  );
}

function sentenceFor(zip: Zip, main: string): Message | undefined {
  const file = zip.name;
  if (main.endsWith('.bin') || zip.find('xl/workbook.bin') !== undefined) {
    return say(
      'The file {file} is a binary Excel workbook (.xlsb). Save it as "Excel Workbook (.xlsx)" and send that.',
      { file },
    );
  }
  if (zip.find('content.xml') !== undefined && zip.find('mimetype') !== undefined) {
    return say('The file {file} is an OpenDocument file (.ods). Save it as "Excel 2007–365 (.xlsx)" and send that.', {
      file,
    });
  }
  if (zip.find('Index/Document.iwa') !== undefined) {
    return say('The file {file} is an Apple Numbers file. Export it to Excel (.xlsx) and send that.', { file });
  }
  if (main.startsWith('word/'))
    return say('The file {file} is a Word document. Send the table as an .xlsx or a .csv file.', { file });
  if (main.startsWith('ppt/'))
    return say('The file {file} is a presentation. Send the table as an .xlsx or a .csv file.', { file });
  return undefined;
}
