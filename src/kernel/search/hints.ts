import { say, type Message } from '#kernel/i18n/say.ts';
import type { HintCode, SearchHint } from './answer.ts';

const messages: Readonly<Record<HintCode, Message>> = {
  'unclosed-quotation': say('A quotation mark is not closed; everything behind it was taken as one phrase.'),
  'unclosed-bracket': say('A bracket is not closed; it was taken to close at the end.'),
  'stray-bracket': say('A closing bracket has no opening one; it was left out.'),
  'stray-operator': say('OR, AND, NOT or a minus has no word beside it; it was left out.'),
  'short-beginning': say('A beginning with * needs at least two letters; the star was left out.'),
  'empty-field': say('Behind a name with a colon something must follow at once, as in year:2019; it was left out.'),
  'bad-range': say('A range is written 2010..2020, 2010.. or ..2020, with numbers or dates; it was left out.'),
  'too-long': say('The query is very long; only its beginning was searched for.'),
  'too-deep': say('There are too many brackets inside one another; the innermost were left out.'),
};

/** A hint with its sentence for the reader. */
export function hintOf(code: HintCode): SearchHint {
  return { code, message: messages[code] };
}
