import { textIn, type Language } from '#kernel/i18n/index.ts';
import type { TextValue } from '../fields/values.ts';
import type { NamedRecord } from '../records/find-targets.ts';
import type { RecordView, Touch } from '../records/record-view.ts';

export type Json = Record<string, unknown>;

/** A record as the API gives it: its fields, beside names that no field may have. */
export function recordJson(view: RecordView, language: Language): Json {
  const { register, id, state, version, demonstration, made, changed, withdrawn, reason, data } = view;
  return {
    id,
    title: titleIn(view.title, language),
    register,
    state,
    version,
    ...(demonstration && { demonstration }),
    ...(withdrawn && { withdrawn: { reason: reason ?? '' } }),
    made: touchJson(made),
    changed: touchJson(changed),
    links: linksOf(register, id),
    ...data,
  };
}

export const namedJson = ({ register, id, title, state, demonstration }: NamedRecord, language: Language): Json => ({
  register,
  id,
  title: titleIn(title, language),
  state,
  ...(demonstration && { demonstration }),
  links: linksOf(register, id),
});

export const touchJson = ({ at, role, by }: Touch): Json => ({
  at: at.toISOString(),
  role,
  ...(by !== undefined && { by }),
});

/** The title in the language asked for, or in another. */
export const titleIn = (title: TextValue, language: Language): string =>
  typeof title === 'string' ? title : textIn(language, title).text;

const linksOf = (register: string, id: string): Json => ({
  self: `/api/v1/registers/${register}/records/${encodeURIComponent(id)}`,
  page: `/registers/${register}/${encodeURIComponent(id)}`,
});
