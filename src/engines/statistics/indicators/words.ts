import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import type { Refusal } from './evaluate.ts';

/** Why a figure is not given, as a short text for a cell, in the reader's language. */
export function refusalWords(refusal: Refusal, t: (text: Text) => string): string {
  return t(messageOf(refusal, t));
}

function messageOf(refusal: Refusal, t: (text: Text) => string): Message {
  const words = (id: string): string => t({ id });
  switch (refusal.kind) {
    case 'missing':
      return say('Not available: {words}', { words: words(refusal.words) });
    case 'divided-by-zero':
      return say('Cannot be calculated: the denominator is zero');
    case 'implausible':
      return say('Withheld as implausible: {words}', { words: words(refusal.words) });
    case 'low-coverage':
      return say('Too few countries: {words}', { words: t(refusal.said) });
  }
}
