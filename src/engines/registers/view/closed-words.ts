import { say, type Text } from '#kernel/i18n/say.ts';
import type { FieldAudience } from '../fields/spec.ts';

const words: Readonly<Partial<Record<FieldAudience, Text>>> = {
  authorities: say('Shown to authorities of States and the secretariat only.'),
  partners: say('Shown to partners and the secretariat only.'),
  office: say('Shown to the secretariat only.'),
  'own-state': say('Shown to the State it is about and to the secretariat only.'),
};

/** Says at a closed field who can read it. */
export const closedWords = (audience: FieldAudience): Text => words[audience] ?? say('Not shown to the public.');
