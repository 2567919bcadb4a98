import { say, type Message } from '#kernel/i18n/say.ts';

export interface Example {
  readonly code: string;
  readonly name: Message;
  readonly year: number;
  readonly held: number;
  readonly share: number;
}

/** Invented rows of places that do not exist. */
export const examples: readonly Example[] = [
  { code: 'XA', name: say('Northland'), year: 2024, held: 48_210, share: 22.4 },
  { code: 'XB', name: say('Southland'), year: 2024, held: 9210, share: 61.9 },
  { code: 'XC', name: say('Isles of the East'), year: 2023, held: 412, share: 8 },
];
