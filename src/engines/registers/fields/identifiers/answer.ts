import type { Message } from '#kernel/i18n/say.ts';

export const found = (value: string) => ({ ok: true, value }) as const;
export const refused = (said: Message) => ({ ok: false, said }) as const;

/** Hyphens and dashes as people type or paste them, made one. */
export const withHyphens = (text: string): string => text.replaceAll(/[\u2010-\u2015\u2212]/g, '-');
