import * as z from 'zod';

const words = z.record(z.string(), z.string());

/** What filling in needs of a record of the register of model forms. */
export const formSchema = z.object({
  name: words,
  parts: z
    .array(z.object({ key: z.string(), heading: words, prompt: words.optional(), required: z.boolean().optional() }))
    .min(1),
});
export type Form = z.infer<typeof formSchema>;

/** Answers by the key of their part. */
export type Answers = Readonly<Record<string, string>>;

export interface FormCheck {
  /** Parts that must be filled in and are not, in the order of the form, with the heading that a person sees. */
  readonly missing: readonly { readonly key: string; readonly heading: string }[];
  /** Answers to parts that the form does not have: they would be lost without a word. */
  readonly unknown: readonly string[];
}

/** Whether the answers fill the form in; headings in the language asked for, else in English. Blanks are no answer. */
export function checkForm(form: Form, answers: Answers, language = 'en'): FormCheck {
  const given = new Map(Object.entries(answers));
  const keys = new Set(form.parts.map(({ key }) => key));
  return {
    missing: form.parts
      .filter(({ key, required }) => required === true && tidy(given.get(key) ?? '') === '')
      .map(({ key, heading }) => ({ key, heading: wordsIn(heading, language, key) })),
    unknown: [...given.keys()].filter((key) => !keys.has(key)),
  };
}

/**
 * The filled-in form as plain text: its name, then each answered part under its number and heading. Numbers are those of the form, so that a part
 * that was left out can be seen; parts without an answer are left out when they may be. Throws a RangeError when `checkForm` finds anything.
 */
export function renderForm(form: Form, answers: Answers, language = 'en'): string {
  const { missing, unknown } = checkForm(form, answers, language);
  if (missing.length > 0)
    throw new RangeError(`These parts must be filled in: ${missing.map(({ heading }) => heading).join(', ')}.`);
  if (unknown.length > 0) throw new RangeError(`The form has no such parts: ${unknown.join(', ')}.`);
  const given = new Map(Object.entries(answers));
  const name = wordsIn(form.name, language, '');
  const parts = form.parts.flatMap(({ key, heading }, place) => {
    const answer = tidy(given.get(key) ?? '');
    return answer === '' ? [] : [`${String(place + 1)}. ${wordsIn(heading, language, key)}\n\n${indented(answer)}`];
  });
  return `${[`${name}\n${'='.repeat(name.length)}`, ...parts].join('\n\n')}\n`;
}

/** Lines of an answer stand in from the margin, so that none can be taken for a heading of the form. */
const indented = (answer: string): string =>
  answer
    .split('\n')
    .map((line) => (line === '' ? '' : `   ${line}`))
    .join('\n');

/** Line ends of one kind, no blanks at the ends, and no control characters but the end of a line. */
const tidy = (answer: string): string =>
  answer
    .normalize('NFC')
    .replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/[^\S\n]+$/gmu, '')
    .trim();

const wordsIn = (text: Readonly<Record<string, string>>, language: string, otherwise: string): string =>
  text[language] ?? text['en'] ?? otherwise;
