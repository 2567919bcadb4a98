import { Problem } from '#kernel/errors/problem.ts';
import { type Message, say } from '#kernel/i18n/say.ts';
import type { Content } from './detect.ts';

type Refused = Exclude<Content, 'zip' | 'text'>;

/** Says in words why a file of this content cannot be read as a table, and what to do. */
export function refuseContent(content: Refused, file: string): Problem {
  const kind = content === 'empty' ? 'invalid' : 'unsupported-media-type';
  return new Problem(kind, sentences[content](file), { details: { content } });
}

const sentences: Readonly<Record<Refused, (file: string) => Message>> = {
  'old-excel': (file) =>
    say(
      'The file {file} is in the old Excel format (.xls). Open it, save it as "Excel Workbook (.xlsx)" and send that.',
      { file },
    ),
  'encrypted-office': (file) =>
    say('The file {file} is protected by a password. Open it, remove the password, save it and send it again.', {
      file,
    }),
  'other-office': (file) =>
    say('The file {file} is an old office document and no Excel workbook. Send an .xlsx or a .csv file.', { file }),
  pdf: (file) => say('The file {file} is a PDF. Send the table as an .xlsx or a .csv file.', { file }),
  gzip: (file) =>
    say('The file {file} is compressed (gzip). Unpack it and send the .xlsx or .csv file in it.', { file }),
  html: (file) =>
    say(
      'The file {file} is a web page, whatever its name says. Open it in a spreadsheet program, save it as .xlsx and send that.',
      { file },
    ),
  xml: (file) =>
    say(
      'The file {file} is an XML file and no workbook. Open it in a spreadsheet program, save it as .xlsx and send that.',
      { file },
    ),
  empty: (file) => say('The file {file} is empty. Check it and send it again.', { file }),
};
