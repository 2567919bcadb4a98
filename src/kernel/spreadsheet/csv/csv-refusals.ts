import { Problem } from '#kernel/errors/problem.ts';
import { type Message, say } from '#kernel/i18n/say.ts';
import type { TableLimits } from '../limits.ts';
import type { CsvFault } from './split-records.ts';

/** The Problem for a fault of a delimited file, with its line and what to do. */
export function csvProblem(fault: CsvFault, file: string, line: number, field: number, limits: TableLimits): Problem {
  const kind = fault === 'long-field' || fault === 'many-fields' ? 'too-large' : 'invalid';
  return new Problem(kind, sentences[fault]({ file, line, field }, limits), { details: { fault, line, field } });
}

type Place = Readonly<{ file: string; line: number; field: number }>;

const sentences: Readonly<Record<CsvFault, (at: Place, limits: TableLimits) => Message>> = {
  'stray-quote': (at) =>
    say(
      'Line {line} of {file} has a quotation mark inside field {field}, which does not begin with one. Enclose the field in quotation marks and double the ones inside it.',
      at,
    ),
  'text-after-quote': (at) =>
    say(
      'Line {line} of {file} has text after the closing quotation mark of field {field}. Double the quotation marks that belong to the text.',
      at,
    ),
  'open-quote': (at) =>
    say(
      'The quotation mark that opens field {field} in line {line} of {file} is never closed. Close it, or send the file again if it was cut off.',
      at,
    ),
  'long-field': (at, limits) =>
    say(
      'Field {field} in line {line} of {file} is longer than {limit} characters. Shorten it, or close its quotation mark if one is missing.',
      {
        ...at,
        limit: limits.cellCharacters,
      },
    ),
  'many-fields': (at, limits) =>
    say('Line {line} of {file} has more than {limit} fields. Delete the columns that are not needed.', {
      ...at,
      limit: limits.columns,
    }),
  zero: (at) =>
    say(
      'Line {line} of {file} holds a zero byte, as only damaged or binary files do. Save it as "CSV UTF-8" and send it again.',
      at,
    ),
};

export function unevenWidth(file: string, line: number, found: number, expected: number): Problem {
  return new Problem(
    'invalid',
    say('Line {line} of {file} has {found} fields where the first line has {expected}.', {
      file,
      line,
      found,
      expected,
    }),
    { details: { line, found, expected } },
  );
}

export function tooManyRecords(file: string, line: number, limit: number): Problem {
  return new Problem(
    'too-large',
    say('The file {file} has more than {limit} rows (reached in line {line}). Split it.', { file, line, limit }),
    {
      details: { line, limit },
    },
  );
}
