import { xml } from '../escape.ts';

/** What every message says of itself. */
export interface MessageHead {
  /** Unique id of the message (letters, digits, `_ @ $ -`). */
  readonly id: string;
  readonly prepared: Date;
  /** Id of the organisation that sends. */
  readonly sender: string;
}

/** xs:dateTime without fractions of a second. */
export function dateTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Opens the header; what the kind of message adds and the closing tag follow. */
export function headerStart(head: MessageHead): string {
  return (
    `<mes:Header><mes:ID>${xml(head.id)}</mes:ID><mes:Test>false</mes:Test>` +
    `<mes:Prepared>${dateTime(head.prepared)}</mes:Prepared><mes:Sender id="${xml(head.sender)}"/>`
  );
}
