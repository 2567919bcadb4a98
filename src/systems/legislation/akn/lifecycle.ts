import { dayAfter } from '../law/point-in-time.ts';
import type { DocumentProvision, LawDocument } from './law-document.ts';

interface LawEvent {
  readonly eId: string;
  readonly date: string;
  readonly type: 'generation' | 'amendment' | 'repeal';
  /** Concept that the event refers to. */
  readonly what: 'adopted' | 'entry-into-force' | 'change' | 'repeal';
}

/** The events in a law's life and the periods between them, as Akoma Ntoso names them. */
export interface Times {
  readonly events: readonly LawEvent[];
  readonly groups: readonly { readonly eId: string; readonly start: string; readonly end?: string }[];
  groupOf(provision: Pick<DocumentProvision, 'from' | 'to'>): string;
}

/** A period ends with the event that changes the text: the day after the last day on which it read so. */
export function timesOf({ adopted, inForce, repealed, provisions }: LawDocument): Times {
  const events: LawEvent[] = [{ eId: 'eventRef_1', date: adopted, type: 'generation', what: 'adopted' }];
  const add = (date: string, type: LawEvent['type'], what: LawEvent['what']): void => {
    events.push({ eId: `eventRef_${events.length + 1}`, date, type, what });
  };
  if (inForce !== undefined) add(inForce, 'generation', 'entry-into-force');
  const ends = provisions.flatMap(({ to }) => (to === undefined ? [] : [dayAfter(to)]));
  const changes = [...new Set([...provisions.map(({ from }) => from), ...ends])].sort();
  for (const date of changes)
    if (events.every((event) => event.date !== date) && date !== repealed) add(date, 'amendment', 'change');
  if (repealed !== undefined) add(repealed, 'repeal', 'repeal');
  const eventOn = (date: string): string => events.findLast((event) => event.date === date)?.eId ?? 'eventRef_1';
  const periods = new Map<string, { eId: string; start: string; end?: string }>();
  for (const { from, to } of provisions) {
    const key = `${from}/${to ?? ''}`;
    if (!periods.has(key))
      periods.set(key, {
        eId: `temporalGroup_${periods.size + 1}`,
        start: eventOn(from),
        ...(to !== undefined && { end: eventOn(dayAfter(to)) }),
      });
  }
  return {
    events,
    groups: [...periods.values()],
    groupOf: ({ from, to }) => periods.get(`${from}/${to ?? ''}`)?.eId ?? 'temporalGroup_1',
  };
}
