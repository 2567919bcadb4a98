import type { Language, Text } from '#kernel/i18n/say.ts';
import type { PlainTableData } from '#kernel/ui/browser.ts';
import type { Actor } from '#kernel/policy/actor.ts';

/** What one engine or system has to say on the page of a country, a region or the world. All of it is plain data. */
export interface PlacePart {
  readonly id: string;
  readonly title: Text;
  readonly lead?: Text;
  /** Lower comes first. */
  readonly order: number;
  readonly blocks: readonly PlaceBlock[];
}

export type PlaceBlock =
  | { readonly kind: 'stats'; readonly items: readonly PlaceStat[] }
  | {
      readonly kind: 'chart';
      readonly title: Text;
      readonly unit: Text;
      readonly svg: string;
      readonly table: PlainTableData;
      readonly source: readonly PlaceLink[];
      readonly path?: string;
    }
  | { readonly kind: 'statements'; readonly items: readonly PlaceStatement[]; readonly more?: PlaceLink }
  | { readonly kind: 'links'; readonly items: readonly PlaceLink[] };

/** One large figure; `value` is formatted in the reader's language. */
export interface PlaceStat {
  readonly label: Text;
  readonly value: string;
  readonly unit?: Text;
  readonly note?: Text;
  readonly path?: string;
  readonly demonstration?: boolean;
}

/** A sentence about the place with the document and paragraph that it is taken from. */
export interface PlaceStatement {
  readonly id: string;
  readonly text: string;
  /** Language of the sentence. */
  readonly language: Language;
  readonly citation: string;
  readonly year?: string;
}

export interface PlaceLink {
  readonly label: Text;
  /** Without language. */
  readonly path: string;
}

/** Contributed by an engine: undefined when it has nothing on the place. */
export type ReadPlacePart = (place: {
  readonly area: string;
  readonly language: Language;
  readonly actor: Actor;
}) => Promise<PlacePart | undefined>;
