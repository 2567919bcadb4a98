import { say } from '#kernel/i18n/say.ts';
import type { RecordRule } from '#engines/registers/index.ts';

interface Reachable {
  readonly address?: string;
  readonly email?: readonly string[];
  readonly telephone?: readonly string[];
  readonly timeZone?: string;
}

/** An authority that nobody can write to helps nobody. */
export const reachableRule: RecordRule<Reachable> = {
  id: 'reachable',
  find: ({ address, email = [], telephone = [], timeZone }) => [
    ...(address === undefined && email.length === 0
      ? [
          {
            severity: 'error' as const,
            field: 'address',
            said: say('Give a postal address or an e-mail address: a request must have somewhere to go.'),
          },
        ]
      : []),
    ...email.flatMap((each, place) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(each)
        ? []
        : [
            {
              severity: 'error' as const,
              field: `email.${place + 1}`,
              said: say('“{email}” is no e-mail address.', { email: each }),
            },
          ],
    ),
    ...telephone.flatMap((each, place) =>
      /^\+[\d ()-]{6,25}$/.test(each)
        ? []
        : [
            {
              severity: 'warning' as const,
              field: `telephone.${place + 1}`,
              said: say('Write the number with + and the country code, so that it can be dialled from abroad.'),
            },
          ],
    ),
    ...(timeZone === undefined || isTimeZone(timeZone)
      ? []
      : [
          {
            severity: 'error' as const,
            field: 'timeZone',
            said: say('“{timeZone}” is no time zone; write it as Africa/Nairobi.', { timeZone }),
          },
        ]),
  ],
};

/** Asked of the runtime itself, since its list leaves out names that it understands (Asia/Kolkata). */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return name.includes('/');
  } catch {
    return false;
  }
}
