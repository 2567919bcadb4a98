/** Interface languages, in the order of the United Nations' six. */
export const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

export type Values = Readonly<Record<string, string | number>>;

/** A sentence of the interface: its English ICU text is its id, so that a missing translation still reads. */
export interface Message {
  readonly id: string;
  readonly values?: Values;
}

/** Text of the record in some of the six languages; at least one is there. */
export type Multilingual = Readonly<Partial<Record<Language, string>>>;

/** Anything that can be shown: plain text (English), a message of the interface, or text of the record. */
export type Text = string | Message | Multilingual;

/** Marks English ICU text for translation. The extractor finds calls of this function by name: pass a literal. */
export function say(id: string, values?: Values): Message {
  return values === undefined ? { id } : { id, values };
}
