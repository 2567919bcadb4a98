import { say } from '#kernel/i18n/say.ts';
import type { RecordRule } from '#engines/registers/index.ts';
import type { ActionData } from './actions-register.ts';
import { boundsOf } from './status/day.ts';

/** What an entry of the log must say to be counted with. */
export const actionRules: readonly RecordRule<ActionData>[] = [
  {
    id: 'has-participant',
    find: ({ participant, organization }) =>
      (participant === undefined) === (organization === undefined)
        ? [
            {
              severity: 'error',
              field: 'participant',
              said: say('Name the State or area, or else the organization: one of the two.'),
            },
          ]
        : [],
  },
  {
    id: 'has-date',
    find: ({ deposited, knownBy }) =>
      deposited === undefined && knownBy === undefined
        ? [
            {
              severity: 'error',
              field: 'deposited',
              said: say('Give the date of deposit, or the day by which it had been done.'),
            },
          ]
        : [],
  },
  {
    id: 'effect-after-deposit',
    find: ({ kind, deposited, effect }) => {
      const [made, holds] = [boundsOf(deposited ?? ''), boundsOf(effect ?? '')];
      // A succession reaches back to the day on which the State became independent.
      if (kind === 'succession' || made === undefined || holds === undefined || holds.latest >= made.earliest)
        return [];
      return [{ severity: 'error', field: 'effect', said: say('It cannot take effect before it is deposited.') }];
    },
  },
  {
    id: 'names-what-it-acts-on',
    find: ({ kind, withdraws, objectsTo }) => {
      if (kind === 'withdrawal' && withdraws === undefined)
        return [{ severity: 'error', field: 'withdraws', said: say('Choose the action that is taken back.') }];
      if (kind === 'objection' && objectsTo === undefined)
        return [
          {
            severity: 'error',
            field: 'objectsTo',
            said: say('Choose the reservation or declaration that is objected to.'),
          },
        ];
      return [];
    },
  },
  {
    id: 'names-territories',
    find: ({ kind, territories = [] }) =>
      kind === 'territorial-application' && territories.length === 0
        ? [{ severity: 'error', field: 'territories', said: say('Name the territories.') }]
        : [],
  },
  {
    id: 'names-article',
    find: ({ kind, articles = [] }) =>
      kind === 'notification' && articles.length === 0
        ? [{ severity: 'warning', field: 'articles', said: say('Name the article that asks for the notification.') }]
        : [],
  },
];
