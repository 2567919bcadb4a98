import { say, type Text } from '#kernel/i18n/say.ts';
import type { FlowDefinition } from '../../definition.ts';

export interface RuleExplained {
  /** What must hold, in one sentence. */
  readonly says: Text;
  readonly formula?: string;
  /** What to do when it does not. */
  readonly remedy: Text;
}

/** Rules of reading a file; those of a flow are in its definition. */
const reading: Readonly<Record<string, RuleExplained>> = {
  'code-known': {
    says: say('Every place, sex, unit and other word in the file is one that the flow knows.'),
    remedy: say('Correct the word in the file, or ask the office to add it to the code list.'),
  },
  'code-new': {
    says: say('A word that the flow did not have became a code of its own.'),
    remedy: say('Nothing, if it is a new category. If it is another spelling of one that is there, correct the file.'),
  },
  'code-spelling': {
    says: say('A word was read as a known one that is spelt differently.'),
    remedy: say('Nothing, if it was read rightly; else correct the file.'),
  },
  'footnote-mark': {
    says: say('A figure stands alone in its cell.'),
    remedy: say('Say in a comment what the mark beside the figure means.'),
  },
  'formula-without-result': {
    says: say('A formula stands in a cell with its result.'),
    remedy: say('Open the file in a spreadsheet program, save it and import it again: that stores the results.'),
  },
  'not-a-figure': {
    says: say('Every row below the header gives a figure.'),
    remedy: say('Nothing, if the row is a note; else fill in its year and value.'),
  },
  'number-ambiguous': {
    says: say('A number can be read in one way only.'),
    remedy: say('Write the number without marks between thousands, and with a point before decimals.'),
  },
  'number-style': {
    says: say('Numbers written in another style were read as the rest of the column shows.'),
    remedy: say('Compare one of them with the source.'),
  },
  'period-readable': {
    says: say('Every row has a year or another period.'),
    remedy: say('Write the year as 2019, a quarter as 2019-Q1, a month as 2019-03.'),
  },
  'repeated-header': {
    says: say('The header stands once, above the figures.'),
    remedy: say('Nothing; the row gives no figure.'),
  },
  'value-missing': {
    says: say('A row without a value is kept as missing, never as zero.'),
    remedy: say('Fill in the value if there is one.'),
  },
  'value-readable': {
    says: say('Every value is a number.'),
    remedy: say('Correct the value in the file.'),
  },
  'value-suppressed': {
    says: say('A value hidden at the source is kept as hidden, without a number.'),
    remedy: say('Nothing, if the source hides it on purpose.'),
  },
  'other-flow': {
    says: say('Every row names the flow that it is imported into.'),
    remedy: say('Import the row into its own flow, or correct the name.'),
  },
  'action-known': {
    says: say('Every row says whether it adds, replaces or deletes a figure.'),
    remedy: say('Use one of the actions of SDMX-CSV: I, A, M, R or D.'),
  },
};

/** What a rule asks for, and what to do about a finding of it. */
export function explainRule(definition: FlowDefinition | undefined, rule: string): RuleExplained {
  const check = definition?.checks.find(({ id }) => id === rule);
  if (check !== undefined) return { says: check.says, formula: check.formula, remedy: check.remedy };
  return (
    reading[rule] ?? {
      says: say('A rule that the flow had when the file came in, and has no longer.'),
      remedy: say('Read the finding itself; it says what to do.'),
    }
  );
}
