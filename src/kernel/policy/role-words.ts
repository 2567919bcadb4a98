import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import type { Role } from './actor.ts';

const words: Readonly<Record<Role, Message>> = {
  public: say('the public'),
  'focal-point': say('national focal point'),
  contributor: say('national contributor'),
  statistician: say('statistician'),
  analyst: say('analyst'),
  authority: say('national authority'),
  expert: say('governmental expert'),
  'programme-manager': say('programme manager'),
  'report-writer': say('report writer'),
  officer: say('officer'),
  administrator: say('administrator'),
  operator: say('operator of this installation'),
};

/** What a role is called for people who read; a word of an older record stands as it is. */
export const roleWords = (role: string): Text => (role in words ? words[role as Role] : role);
