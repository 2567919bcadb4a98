import type { Language } from '#kernel/i18n/say.ts';
import type { MessageHead } from '../xml/header.ts';

/** What an SDMX-JSON message says of itself. */
export function jsonMeta(edition: 1 | 2, message: 'data' | 'structure', head: MessageHead, language: Language): object {
  const version = edition === 1 ? '1.0' : '2.0.0';
  return {
    schema: `https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/${message}-message/tools/schemas/${version}/sdmx-json-${message}-schema.json`,
    id: head.id,
    test: false,
    prepared: head.prepared.toISOString(),
    contentLanguages: [language],
    sender: { id: head.sender },
  };
}
