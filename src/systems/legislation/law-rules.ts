import { say } from '#kernel/i18n/say.ts';
import type { RecordRule } from '#engines/registers/index.ts';
import type { LawData } from './laws-register.ts';

/** Whether both are given as exactly, and the one comes before the other: dates of different exactness are not compared. */
const before = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.length === other.length && one < other;

export const lawRules: readonly RecordRule<LawData>[] = [
  {
    id: 'dates-in-order',
    find: ({ adopted, inForce, repealed }) => [
      ...(before(repealed, adopted) || before(repealed, inForce)
        ? [
            {
              severity: 'error' as const,
              field: 'repealed',
              said: say('A law cannot be repealed before it is adopted or in force.'),
            },
          ]
        : []),
      ...(before(inForce, adopted)
        ? [
            {
              severity: 'warning' as const,
              field: 'inForce',
              said: say('It is in force before it was adopted: is that so?'),
            },
          ]
        : []),
    ],
  },
  {
    id: 'original-title-has-language',
    find: ({ originalTitle, originalLanguage }) =>
      originalTitle !== undefined && originalLanguage === undefined
        ? [{ severity: 'error', field: 'originalLanguage', said: say('Name the language of the original title.') }]
        : [],
  },
];
