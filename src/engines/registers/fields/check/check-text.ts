import { languages, say } from '#kernel/i18n/say.ts';
import { cleanText } from './clean-text.ts';
import { partsOf } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

const isLanguage = (word: string): boolean => (languages as readonly string[]).includes(word);

/** Text, or text by language where it is translatable. Rich text is text here: its source is kept as it was written. */
export function checkText(spec: SpecOf<'text' | 'rich'>, value: unknown, report: Report): unknown {
  const options = { longest: spec.longest, lines: spec.kind === 'rich' || spec.long };
  if (!spec.translatable) return cleanText(value, options, report) || undefined;
  const parts = partsOf(value);
  if (parts === undefined)
    return report.refuse(say('This text is kept by language. Give it under one or more of ar, en, es, fr, ru and zh.'));
  const kept: Record<string, string> = {};
  for (const [language, text] of Object.entries(parts)) {
    if (!isLanguage(language)) {
      report.refuse(
        say(
          '“{language}” is none of the languages that texts are kept in: ar, en, es, fr, ru and zh. Put the text under one of these.',
          {
            language: quoted(language),
          },
        ),
      );
    } else if (text !== null && text !== undefined) {
      const cleaned = cleanText(text, options, report.at(language));
      if (cleaned) kept[language] = cleaned;
    }
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
}
