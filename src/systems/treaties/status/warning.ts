import { say, type Message } from '#kernel/i18n/say.ts';

/** Something in a log that a person should look at; the status is derived all the same. */
export interface StatusWarning {
  readonly kind:
    | 'effect-unknown'
    | 'already-bound'
    | 'succession-without-date'
    | 'denounced-unbound'
    | 'withdrawn-too-late'
    | 'not-party-to-parent'
    | 'reservation-late'
    | 'objection-to-nothing'
    | 'withdraws-nothing';
  readonly action: string;
}

/** What it means, in a sentence. */
export function warningWords(kind: StatusWarning['kind']): Message {
  switch (kind) {
    case 'effect-unknown':
      return say('The day on which it takes effect is not known: give the date of effect.');
    case 'already-bound':
      return say('The participant was bound already when this was deposited.');
    case 'succession-without-date':
      return say('A succession takes effect on a day of its own: give the date of effect.');
    case 'denounced-unbound':
      return say('The participant denounced the treaty while it was no party to it.');
    case 'withdrawn-too-late':
      return say('It had taken effect when it was withdrawn, and stands.');
    case 'not-party-to-parent':
      return say('Only a party to the convention can be a party to this instrument, and none is on record.');
    case 'reservation-late':
      return say('The reservation was made after consent to be bound, and stands only if nobody objects.');
    case 'objection-to-nothing':
      return say('The objection names no reservation or declaration of this log.');
    case 'withdraws-nothing':
      return say('The withdrawal names no action of this log.');
  }
}
