import type { SeedRecord } from '#engines/registers/index.ts';
import { molarMass } from './molar-mass.ts';
import table from './substances.json' with { type: 'json' };

type Row = readonly [
  code: string,
  group: string,
  cas: string | null,
  formula: string | null,
  schedules: readonly string[],
  ...names: (string | null)[],
];

/** What is said of all of them: they are real substances, and nobody has compared the records with the lists in force. */
const confidence =
  'CAS check digit and molar mass are calculated. Names, formula and schedules are as generally known and were not compared with the published lists.';

/** Controlled substances to try the register with; marked as demonstration, since not every fact in them is confirmed. */
export function demonstrationSubstances(): readonly SeedRecord[] {
  return (table.rows as unknown as readonly (readonly unknown[])[]).map((row) => {
    const [code, group, cas, formula, schedules, en, fr, es, ru, ar, zh] = row as unknown as Row;
    const mass = formula === null ? undefined : molarMass(formula);
    return {
      register: 'substances',
      demonstration: true,
      data: {
        code,
        name: present({ en, fr, es, ru, ar, zh }),
        group,
        names: (row[11] as readonly string[]).map((name) => ({ name, kind: kindOf(name), ...languageOf(name) })),
        ...present({ cas, formula }),
        ...(mass !== undefined && { mass }),
        schedules,
        confidence,
      },
    };
  });
}

const present = (values: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value == null || value === '' ? [] : [[key, value]])),
  );

/** Abbreviations are codes; what people say instead of the name is common. */
const kindOf = (name: string): string => (/^[A-Z0-9][A-Z0-9',-]*$/.test(name) ? 'code' : 'common');

function languageOf(name: string): { language?: string } {
  if (/\p{Script=Cyrillic}/u.test(name)) return { language: 'ru' };
  if (/\p{Script=Arabic}/u.test(name)) return { language: 'ar' };
  return /\p{Script=Han}/u.test(name) ? { language: 'zh' } : {};
}
