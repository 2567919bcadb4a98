import { lazily } from '../lazily.ts';
import type { SomeNames } from '../language.ts';
import { readTable } from '../table.ts';
import languageTable from './languages.json' with { type: 'json' };

/** A language that instruments, laws, documents and media are written in. */
export interface WorldLanguage {
  /** ISO 639-1. */
  readonly alpha2: string;
  /** ISO 639-3. */
  readonly alpha3: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its name in the language itself. */
  readonly own: string;
  /** In all six official languages for these six, in English for the others. */
  readonly name: SomeNames;
}

export const worldLanguages: readonly WorldLanguage[] = /* @__PURE__ */ readTable(
  'languages',
  languageTable,
  (row) => ({
    alpha2: row.text('alpha2'),
    alpha3: row.text('alpha3'),
    direction: row.oneOf('direction', ['ltr', 'rtl'] as const),
    own: row.text('own'),
    name: row.someNames(),
  }),
);

const byCode = /* @__PURE__ */ lazily(
  () =>
    new Map(
      worldLanguages.flatMap((language) => [
        [language.alpha2, language] as const,
        [language.alpha3, language] as const,
      ]),
    ),
);

/** Finds a language by ISO 639-1 or 639-3 code, or by a language tag that begins with one (`pt-BR`). */
export function findLanguage(code: string): WorldLanguage | undefined {
  return byCode().get(code.trim().toLowerCase().split(/[-_]/)[0] ?? '');
}
