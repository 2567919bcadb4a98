import { say, type Text } from '#kernel/i18n/say.ts';
import type { FieldAudience } from '../fields/spec.ts';

/** Says at a closed field who can read it. */
export function closedWords(audience: FieldAudience): Text {
  switch (audience) {
    case 'authorities':
      return say('Shown to authorities of States and the secretariat only.');
    case 'partners':
      return say('Shown to partners and the secretariat only.');
    case 'office':
      return say('Shown to the secretariat only.');
    case 'own-state':
      return say('Shown to the State it is about and to the secretariat only.');
    default:
      return say('Not shown to the public.');
  }
}
