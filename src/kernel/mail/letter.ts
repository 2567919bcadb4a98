import type { Language, Message } from '#kernel/i18n/index.ts';

/** A message to one person, in words of the interface; text and HTML are made from it. */
export interface Letter {
  /** One address. */
  readonly to: string;
  readonly subject: Message;
  readonly paragraphs: readonly Message[];
  /** Address of the page to open, http or https. */
  readonly link?: string;
  readonly language: Language;
}
