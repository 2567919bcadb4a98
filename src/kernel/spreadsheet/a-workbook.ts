import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Workbook } from './table.ts';

type Parts = Pick<Workbook, 'kind' | 'name' | 'sheets' | 'definedNames' | 'notes' | 'close'>;

/** Adds what every workbook can do to what it is made of. */
export function aWorkbook(parts: Parts): Workbook {
  return {
    ...parts,
    sheet(name) {
      const wanted = name.toLowerCase();
      const found = parts.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
      if (found !== undefined) return found;
      throw new Problem(
        'not-found',
        say('The workbook {file} has no sheet named {sheet}. It has: {sheets}.', {
          file: parts.name,
          sheet: name,
          sheets: parts.sheets.map((sheet) => sheet.name).join(', '),
        }),
      );
    },
    async *[Symbol.asyncIterator]() {
      yield* parts.sheets;
    },
    [Symbol.asyncDispose]: () => parts.close(),
  };
}
