import { openByteSource } from '#kernel/zip/index.ts';
import { detectContent } from './detect.ts';
import { readCsv, type ReadCsvOptions } from './read-csv.ts';
import { readZippedWorkbook, type ReadWorkbookOptions } from './read-workbook.ts';
import { refuseContent } from './refuse-content.ts';
import type { Workbook } from './table.ts';

export type ReadTableOptions = Omit<ReadCsvOptions, 'limits'> & ReadWorkbookOptions;

/** Opens a workbook or a delimited file, whichever the content is (the name is not looked at); other formats are refused by name, with a remedy. */
export async function readTable(source: string | Uint8Array, options: ReadTableOptions = {}): Promise<Workbook> {
  const bytes = await openByteSource(source, options.name);
  try {
    const content = await detectContent(bytes);
    if (content === 'zip') return await readZippedWorkbook(bytes, options);
    if (content === 'text') return await readCsv(bytes, options);
    throw refuseContent(content, bytes.name);
  } catch (problem) {
    await bytes.close();
    throw problem;
  }
}
