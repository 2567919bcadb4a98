import { RecordSplitter } from './split-records.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** A first line "sep=;" is an instruction to the spreadsheet program, not data. */
export function findSeparatorLine(
  sample: string,
): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const line = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(sample);
  const delimiter = delimiters.find((one) => one === line?.[1]);
  return line === null || delimiter === undefined ? undefined : { delimiter, length: line[0].length };
}

const looked = 200;

/** The delimiter under which most of the first records have the same number of fields, more than one; a comma when none has. */
export function detectDelimiter(sample: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = widthsOf(sample, delimiter);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    // Of two that split equally many records alike, the one that finds more columns is the real one.
    for (const [width, count] of counts) {
      const score = count + Math.min(width, 1000) / 10_000;
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

class EnoughSeen extends Error {}

function widthsOf(sample: string, delimiter: string): readonly number[] {
  const widths: number[] = [];
  const splitter = new RecordSplitter({
    delimiter,
    fieldCharacters: Number.POSITIVE_INFINITY,
    fields: Number.POSITIVE_INFINITY,
    record(fields) {
      widths.push(fields.length);
      if (widths.length >= looked) throw new EnoughSeen();
    },
    refuse() {
      throw new EnoughSeen();
    },
  });
  try {
    splitter.push(sample);
    if (widths.length === 0) splitter.end();
  } catch (problem) {
    if (!(problem instanceof EnoughSeen)) throw problem;
  }
  return widths;
}
