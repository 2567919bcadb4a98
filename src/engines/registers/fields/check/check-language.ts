import { findLanguage } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { quoted } from './quoted.ts';
import type { Report } from './report.ts';

const runtime = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A language by its ISO 639 code, kept as the two-letter one where it has one. */
export function checkLanguage(_: unknown, value: unknown, report: Report): string | undefined {
  const code = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (/^[a-z]{2,3}$/.test(code)) {
    const known = findLanguage(code);
    if (known !== undefined) return known.alpha2;
    if (runtime.of(code) !== undefined) return Intl.getCanonicalLocales(code)[0] ?? code;
  }
  return report.refuse(
    say(
      '“{value}” is no code of a language. Give the one of two letters, such as fr or sw, or of three where there is none.',
      {
        value: quoted(value),
      },
    ),
  );
}
