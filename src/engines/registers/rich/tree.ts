// Rich text as pages draw it: plain data, no markup of any kind in its texts.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly of: readonly Inline[] }
  /** `href` is http, https, mailto, a path of the house (`/laws/x`) or an anchor of the page (`#x`). */
  | { readonly kind: 'link'; readonly href: string; readonly of: readonly Inline[] }
  /** A call of the note with this number. */
  | { readonly kind: 'note'; readonly id: string; readonly number: number }
  | { readonly kind: 'break' };

/** `anchor` is an id that the block can be cited by, once in a text. */
interface Anchored {
  readonly anchor?: string;
}

export interface ListItem extends Anchored {
  /** As it was written, in an ordered list: a law keeps its gaps. */
  readonly number?: number;
  readonly of: readonly Inline[];
  /** The second level; there is no third. */
  readonly lists?: readonly List[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export type Block =
  | (Anchored & { readonly kind: 'heading'; readonly level: number; readonly of: readonly Inline[] })
  | (Anchored & { readonly kind: 'paragraph'; readonly of: readonly Inline[] })
  | List
  /** Holds no quotation itself. */
  | { readonly kind: 'quotation'; readonly blocks: readonly Block[] }
  /** A row has at most as many cells as the head. */
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

export interface Note {
  readonly id: string;
  /** From 1, in the order of the first calls; notes that are never called come last. */
  readonly number: number;
  readonly of: readonly Inline[];
}

export interface RichText {
  readonly blocks: readonly Block[];
  /** By number. */
  readonly notes: readonly Note[];
}
