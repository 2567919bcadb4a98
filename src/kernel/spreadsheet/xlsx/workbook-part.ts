import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Zip, ZipEntry } from '#kernel/zip/index.ts';
import type { DefinedName, Sheet } from '../table.ts';
import type { DateSystem } from './dates.ts';
import { drain, findAttribute, localName, readPart } from './part.ts';

export interface ListedSheet {
  readonly name: string;
  readonly hidden: Sheet['hidden'];
  readonly relationship: string;
}

export interface WorkbookPart {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly ListedSheet[];
  readonly definedNames: readonly DefinedName[];
}

const namespaces = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

/** Reads the list of sheets, the date system and the defined names. */
export async function readWorkbookPart(zip: Zip, entry: ZipEntry, mostSheets: number): Promise<WorkbookPart> {
  let dateSystem: DateSystem = 1900;
  let root = true;
  let naming: Omit<DefinedName, 'reference'> | undefined;
  let reference = '';
  const sheets: ListedSheet[] = [];
  const definedNames: DefinedName[] = [];
  const handlers = {
    open({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }) {
      const local = localName(name);
      if (root) {
        root = false;
        const declared = name === local ? attributes['xmlns'] : attributes[`xmlns:${name.slice(0, name.indexOf(':'))}`];
        if (local !== 'workbook' || declared === undefined || !namespaces.has(declared)) throw notAWorkbook(zip.name);
      }
      if (local === 'workbookPr') dateSystem = isTrue(attributes['date1904']) ? 1904 : 1900;
      else if (local === 'sheet') {
        if (sheets.length >= mostSheets) throw tooManySheets(zip.name, mostSheets);
        sheets.push({
          name: attributes['name'] ?? '',
          hidden: hiddenStates[attributes['state'] ?? ''] ?? 'no',
          relationship: findAttribute(attributes, 'id') ?? '',
        });
      } else if (local === 'definedName') {
        const sheet = Number(attributes['localSheetId'] ?? Number.NaN);
        naming = {
          name: attributes['name'] ?? '',
          sheet: Number.isInteger(sheet) ? sheet : undefined,
          hidden: isTrue(attributes['hidden']),
        };
        reference = '';
      }
    },
    text(text: string) {
      if (naming !== undefined) reference += text;
    },
    close(name: string) {
      if (naming === undefined || localName(name) !== 'definedName') return;
      definedNames.push({ ...naming, reference });
      naming = undefined;
    },
  };
  await drain(readPart(zip, entry, handlers));
  return { dateSystem, sheets, definedNames };
}

const hiddenStates: Readonly<Record<string, Sheet['hidden']>> = { hidden: 'hidden', veryHidden: 'very-hidden' };

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

export function notAWorkbook(file: string): Problem {
  return new Problem(
    'unsupported-media-type',
    say('The file {file} is not an Excel workbook. Send an .xlsx or a .csv file.', { file }),
  );
}

function tooManySheets(file: string, limit: number): Problem {
  return new Problem('too-large', say('The workbook {file} has more than {limit} sheets. Split it.', { file, limit }), {
    details: { limit },
  });
}
