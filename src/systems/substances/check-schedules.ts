import { say } from '#kernel/i18n/say.ts';
import type { RecordRule } from '#engines/registers/index.ts';
import { schedulesOn, type Decision } from './schedules-on.ts';

interface Scheduled {
  readonly decisions?: readonly Decision[];
  readonly schedules?: readonly string[];
}

/** The schedules that are shown must be those that the decisions lead to, and no decision takes effect before it is taken. */
export const scheduleRules: readonly RecordRule<Scheduled>[] = [
  {
    id: 'schedules-follow-decisions',
    find: ({ decisions = [], schedules = [] }) => {
      const derived = schedulesOn(decisions, '9999-12-31');
      return decisions.length === 0 || derived.join() === [...schedules].sort().join()
        ? []
        : [
            {
              severity: 'error' as const,
              field: 'schedules',
              said: say('The decisions lead to {derived}: correct the schedules, or the decision that is missing.', {
                derived: derived.join(', ') || '–',
              }),
            },
          ];
    },
  },
  {
    id: 'effect-after-decision',
    find: ({ decisions = [] }) =>
      decisions.flatMap(({ decided, effective }, place) =>
        decided !== undefined && effective !== undefined && effective < decided.slice(0, effective.length)
          ? [
              {
                severity: 'error' as const,
                field: `decisions.${place + 1}.effective`,
                said: say('The decision takes effect before it was taken: check both days.'),
              },
            ]
          : [],
      ),
  },
];
