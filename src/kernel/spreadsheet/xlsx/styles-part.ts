import type { Zip, ZipEntry } from '#kernel/zip/index.ts';
import { builtInFormat, isDateFormat } from './dates.ts';
import { drain, localName, readPart } from './part.ts';

/** What a cell's style says about its number. */
export interface CellFormat {
  readonly code: string | undefined;
  readonly date: boolean;
}

export const generalFormat: CellFormat = { code: undefined, date: false };

/** Number formats by style number, from the part `styles.xml`. */
export async function readStylesPart(zip: Zip, entry: ZipEntry): Promise<readonly CellFormat[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  await drain(
    readPart(zip, entry, {
      open({ name, attributes }) {
        const local = localName(name);
        if (local === 'cellXfs') inCells = true;
        else if (local === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (local === 'xf' && inCells) styles.push(Number(attributes['numFmtId'] ?? 0));
      },
      close(name) {
        if (localName(name) === 'cellXfs') inCells = false;
      },
    }),
  );
  const formats = new Map<number, CellFormat>();
  return styles.map((id) => {
    const known = formats.get(id) ?? formatOf(codes.get(id) ?? builtInFormat(id));
    formats.set(id, known);
    return known;
  });
}

function formatOf(code: string | undefined): CellFormat {
  if (code === undefined || code === '' || code.toLowerCase() === 'general') return generalFormat;
  return { code, date: isDateFormat(code) };
}
