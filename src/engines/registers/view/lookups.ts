import type { Text } from '#kernel/i18n/say.ts';

/** What a reference leads to, for this reader. */
export interface NamedRecord {
  readonly title: Text;
  readonly withdrawn: boolean;
  readonly demonstration: boolean;
}

/** Words for what records hold by code or id. */
export interface Lookups {
  /** A record that a field refers to; undefined when it is not there, or not for this reader. */
  record(register: string, id: string): NamedRecord | undefined;
}

/** Path of a record's page, without the language. */
export const recordPath = (register: string, id: string): string => `/registers/${register}/${encodeURIComponent(id)}`;

/** Path of a register's list with one filter set. */
export const filteredPath = (register: string, field: string, value: string): string =>
  `/registers/${register}?${new URLSearchParams({ [`filter[${field}]`]: value }).toString()}`;
