import type { Text } from '#kernel/i18n/say.ts';

/** The English wording of a text, its values filled in, for messages, logs and the command line. */
export function english(text: Text): string {
  if (typeof text === 'string') return text;
  if (!('id' in text)) return text.en ?? Object.values(text)[0] ?? '';
  return text.id.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(text.values?.[name] ?? whole));
}
