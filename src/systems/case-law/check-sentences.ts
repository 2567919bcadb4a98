import { say } from '#kernel/i18n/say.ts';
import type { RecordRule } from '#engines/registers/index.ts';
import type { Charge } from './sentence.ts';

interface Judged {
  readonly decided?: string;
  readonly charges?: readonly Charge[];
  readonly persons?: readonly { readonly pseudonym?: string }[];
  readonly procedure?: readonly { readonly date?: string }[];
}

/** What a judgment's parts must agree in: every charge names a person of the case, and only the guilty are sentenced. */
export const sentenceRules: readonly RecordRule<Judged>[] = [
  {
    id: 'charge-names-person',
    find: ({ charges = [], persons = [] }) => {
      const known = new Set(persons.map(({ pseudonym }) => pseudonym));
      return charges.flatMap(({ defendant }, place) =>
        defendant === undefined || known.has(defendant)
          ? []
          : [
              {
                severity: 'error' as const,
                field: `charges.${place + 1}.defendant`,
                said: say(
                  '{defendant} is not among the persons of this case: add the person, or correct the pseudonym.',
                  {
                    defendant,
                  },
                ),
              },
            ],
      );
    },
  },
  {
    id: 'only-the-guilty-are-sentenced',
    find: ({ charges = [] }) =>
      charges.flatMap((charge, place) =>
        (charge.verdict === 'not-guilty' || charge.verdict === 'withdrawn') &&
        (charge.life === true || (charge.years ?? 0) + (charge.months ?? 0) + (charge.days ?? 0) > 0)
          ? [
              {
                severity: 'error' as const,
                field: `charges.${place + 1}.verdict`,
                said: say('A sentence is given for a charge without a conviction: correct the verdict or the term.'),
              },
            ]
          : [],
      ),
  },
  {
    id: 'no-step-after-the-decision',
    find: ({ decided, procedure = [] }) =>
      procedure.flatMap(({ date }, place) =>
        decided !== undefined && date !== undefined && date.slice(0, decided.length) > decided
          ? [
              {
                severity: 'warning' as const,
                field: `procedure.${place + 1}.date`,
                said: say('This step lies after the decision of {decided}: check both dates.', { decided }),
              },
            ]
          : [],
      ),
  },
];
