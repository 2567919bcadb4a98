import { say, type Message } from '#kernel/i18n/say.ts';
import type { Refusal } from './evaluate.ts';

/** Why a figure is not given, as a short text for a cell and a longer one beside it. */
export function refusalWords(refusal: Refusal): Message {
  switch (refusal.kind) {
    case 'missing':
      return say('Not available: {words}', { words: refusal.words });
    case 'divided-by-zero':
      return say('Cannot be calculated: the denominator is zero');
    case 'implausible':
      return say('Withheld as implausible: {words}', { words: refusal.words });
    case 'low-coverage':
      return say('Too few countries: {words}', { words: refusal.words });
  }
}
