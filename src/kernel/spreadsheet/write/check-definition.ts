import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { findRange } from '../address.ts';
import type { WorkbookToWrite } from './definition.ts';

/** Refuses as 'wrong-use' what would make a spreadsheet program call the file damaged. */
export function checkDefinition(workbook: WorkbookToWrite): void {
  const seen = new Set<string>();
  for (const { name, merged = [], filter } of workbook.sheets) {
    const key = name.toLowerCase();
    if (name === '' || name.length > 31 || /[[\]:*?/\\\p{Cc}]|^'|'$/u.test(name) || seen.has(key)) {
      throw new Problem(
        'wrong-use',
        say(
          'A sheet cannot be named {name}: names have 1 to 31 characters, none of [ ] : * ? / \\, and differ from each other.',
          { name },
        ),
      );
    }
    seen.add(key);
    for (const range of filter === undefined ? merged : [...merged, filter]) {
      if (findRange(range) !== undefined) continue;
      throw new Problem(
        'wrong-use',
        say('The sheet {sheet} names the range {range}, which is none.', { sheet: name, range }),
      );
    }
  }
  if (!workbook.sheets.some((sheet) => sheet.hidden === undefined)) {
    throw new Problem('wrong-use', say('A workbook needs at least one sheet that is not hidden.'));
  }
  for (const { name, sheet } of workbook.definedNames ?? []) {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || (sheet !== undefined && !seen.has(sheet.toLowerCase()))) {
      throw new Problem(
        'wrong-use',
        say('The name {name} cannot be defined in a workbook, or its sheet is not there.', { name }),
      );
    }
  }
}
