import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { identifier, literal } from '../store/cube/sql-text.ts';
import type { Workshop } from '../store/cube/workshop.ts';
import { asParquet, originalFile } from '../store/cube/write-batch.ts';

/** Line of the first row below the header. */
export const firstLine = 2;

/**
 * Reads a CSV file once into the draft of the batch, every cell as text in columns `c0`, `c1` …, and opens it as the view
 * `original`, rows numbered as an editor's lines. Gives the headers.
 */
export async function readOriginalCsv(workshop: Workshop, path: string, name: string): Promise<readonly string[]> {
  const file = literal(await originalFile(workshop));
  const source = `read_csv(${literal(path)}, all_varchar = true, header = true, null_padding = false, quote = '"', escape = '"')`;
  try {
    const described = await workshop.rows(`DESCRIBE SELECT * FROM ${source}`);
    const headers = described.map(({ column_name: column }) => String(column));
    const cells = headers.map((header, place) => `${identifier(header)} AS c${place}`);
    await workshop.run(`COPY (SELECT ${cells.join(', ')} FROM ${source}) TO ${file} ${asParquet}`);
    // Rows keep their order, so their place in the file is their line.
    await workshop.run(
      `CREATE VIEW original AS SELECT *, (file_row_number + ${firstLine})::INTEGER AS _row FROM read_parquet(${file}, file_row_number = true)`,
    );
    return headers;
  } catch (cause) {
    throw asReadingProblem(cause, name);
  }
}

/** DuckDB says the line; everything that is not about the file's form goes on as it is. */
function asReadingProblem(cause: unknown, file: string): unknown {
  if (!(cause instanceof Error) || !/CSV|Invalid Input|encod/i.test(cause.message)) return cause;
  const line = /Line: (\d+)/i.exec(cause.message)?.[1];
  const said =
    line === undefined
      ? say(
          '{file} cannot be read as CSV in UTF-8. Save it as CSV (comma or semicolon between the fields, UTF-8) and send it again.',
          { file },
        )
      : say(
          '{file} cannot be read as CSV from line {line} on: the fields or the quotation marks there do not fit the header. Correct that line.',
          { file, line },
        );
  return new Problem('invalid', said, { cause });
}
