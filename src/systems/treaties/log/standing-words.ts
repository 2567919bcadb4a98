import { say, type Message } from '#kernel/i18n/say.ts';
import type { ParticipantStatus, StandingOfParticipant } from '../status/derive-status.ts';

/** A standing as a word, for legends and lists. */
export function standingWords(standing: StandingOfParticipant): Message {
  switch (standing) {
    case 'party':
      return say('Party');
    case 'uncertain':
      return say('Party, day not known');
    case 'provisional':
      return say('Applies provisionally');
    case 'consented':
      return say('Deposited, not yet in effect');
    case 'signatory':
      return say('Signatory');
    case 'former':
      return say('No longer a party');
    case 'none':
      return say('No action');
  }
}

/** Since or until when, as exactly as it is known: a day, or the two days between which it lies. */
export function sinceWords(
  { standing, since, until, signed, consent }: ParticipantStatus,
  day: (date: string) => string,
): Message | undefined {
  if ((standing === 'party' || standing === 'uncertain') && since !== undefined)
    return since.earliest === since.latest
      ? say('since {date}', { date: day(since.latest) })
      : say('not later than {date}', { date: day(since.latest) });
  if (standing === 'former' && until !== undefined) return say('until {date}', { date: day(until) });
  if (standing === 'consented' && consent?.deposited !== undefined)
    return say('on {date}', { date: day(consent.deposited) });
  if (standing === 'signatory' && signed !== undefined) return say('on {date}', { date: day(signed) });
  return undefined;
}
