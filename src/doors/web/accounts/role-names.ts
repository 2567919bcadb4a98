import { say, type Message } from '#kernel/i18n/say.ts';
import type { Role } from '#kernel/policy/actor.ts';

/** What each kind of user is called on screen. */
export const roleNames: Readonly<Record<Role, Message>> = {
  public: say('Visitor'),
  'focal-point': say('National focal point'),
  contributor: say('Contributor'),
  statistician: say('Statistician'),
  analyst: say('Analyst'),
  authority: say('Central authority'),
  expert: say('Governmental expert'),
  'programme-manager': say('Programme manager'),
  'report-writer': say('Report writer'),
  officer: say('Officer'),
  administrator: say('Administrator'),
  operator: say('Operator'),
};
