import type { RowToWrite, Workbook } from '#kernel/spreadsheet/index.ts';

// A cell holds at most 32,767 characters. Longer texts go to a sheet of their own, in pieces, and the cell says which.
export const longTextsSheet = 'Long texts';
const mostInCell = 32_000;
const sign = /^\[long text (\d{1,7})\]$/;

/** Takes over texts that are too long for a cell. */
export class LongTexts {
  readonly #texts: string[] = [];

  /** The text itself, or the sign that stands for it. */
  take(text: string): string {
    if (text.length <= mostInCell && !sign.test(text)) return text;
    this.#texts.push(text);
    return `[long text ${this.#texts.length}]`;
  }

  *rows(): Generator<RowToWrite> {
    yield ['Number', 'Part', 'Text'];
    for (const [at, text] of this.#texts.entries())
      for (let start = 0; start < text.length; start += mostInCell)
        yield [at + 1, start / mostInCell + 1, text.slice(start, start + mostInCell)];
  }
}

/** The long texts of a workbook, by number. */
export async function longTextsIn(workbook: Workbook): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  const sheet = workbook.sheets.find(({ name }) => name === longTextsSheet);
  if (sheet === undefined) return texts;
  for await (const row of sheet.rows()) {
    const number = Number(row.cell(1)?.value);
    if (Number.isInteger(number)) texts.set(number, (texts.get(number) ?? '') + (row.cell(3)?.text ?? ''));
  }
  return texts;
}

/** What a cell with the sign of a long text stands for. */
export function mendLongText(text: string, texts: ReadonlyMap<number, string>): string {
  const number = sign.exec(text)?.[1];
  return number === undefined ? text : (texts.get(Number(number)) ?? text);
}
