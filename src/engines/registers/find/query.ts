import type { Language } from '#kernel/i18n/say.ts';

/** What is looked for in one register. */
export interface RecordQuery {
  /** Words, all of which must be there. */
  readonly q?: string;
  /**
   * Chosen values by field (`country`, `contacts.channel`): one of a field's values must be there, for every field. A broader
   * code takes its narrower ones along; dates, periods and numbers also take ranges, `2010..2020`, either end open.
   */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Fields to count the values of; a field's own choice does not narrow its own counts. */
  readonly facets?: readonly string[];
  /** A field, `title`, `changed` or `relevance`; `-` before it turns it round. The register's order unless told, by relevance with words. */
  readonly sort?: string;
  /** Language whose texts are sorted by. */
  readonly language?: Language;
  readonly page?: number;
  readonly size?: number;
  /** States of the lifecycle; those shown to readers, without withdrawn ones, unless told. */
  readonly states?: readonly string[];
  /** Real records or invented ones, never both; real ones unless the register holds none. */
  readonly demonstration?: 'none' | 'only';
}
