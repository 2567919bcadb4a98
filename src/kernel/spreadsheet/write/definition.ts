/** Looks and behaviour of cells, given a name in the workbook and used by that name. Colours are RRGGBB. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points; 11 by default. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  /** Thin lines on all sides. */
  readonly border?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'fill';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** '0.0', '#,##0', 'yyyy-mm-dd', '0%'. */
  readonly numberFormat?: string;
  /** Only matters on a protected sheet, where every cell is locked that is not unlocked here. */
  readonly unlocked?: boolean;
}

export type ValueToWrite = string | number | boolean | Date | null | undefined;

/** A value, or a value with a style. Text never becomes a formula: a formula is only what the program gives as one. */
export type CellToWrite =
  | ValueToWrite
  | {
      readonly value?: ValueToWrite;
      readonly style?: string;
      /** Without the equals sign, in English with commas: SUM(B2:B9). `value` is its stored result. Never text from outside. */
      readonly formula?: string;
    };

export type RowToWrite =
  | readonly CellToWrite[]
  | {
      readonly cells: readonly CellToWrite[];
      /** From 1; by default the next. Rows come in order. */
      readonly number?: number;
      /** Points. */
      readonly height?: number;
      readonly hidden?: boolean;
    };

interface ValidationCommon {
  /** 'B2:B100' or 'B7'; several separated by spaces. */
  readonly range: string;
  /** Whether the cell may stay empty; true by default. */
  readonly blank?: boolean;
  /** Shown when the cell is chosen. */
  readonly prompt?: { readonly title?: string; readonly text: string };
  /** Shown when the rule is broken; 'stop' refuses the value, the others let it through. */
  readonly error?: {
    readonly title?: string;
    readonly text: string;
    readonly level?: 'stop' | 'warning' | 'information';
  };
}

export type Validation = ValidationCommon &
  (
    | { readonly kind: 'list'; readonly values: readonly string[] }
    /** A range such as Lists!$A$1:$A$9 or a defined name. */
    | { readonly kind: 'list'; readonly reference: string }
    | { readonly kind: 'whole' | 'decimal' | 'length'; readonly least?: number; readonly most?: number }
    | { readonly kind: 'date'; readonly least?: Date; readonly most?: Date }
    | { readonly kind: 'formula'; readonly formula: string }
  );

export interface CommentToWrite {
  readonly address: string;
  readonly text: string;
  readonly author?: string;
}

export interface ColumnToWrite {
  /** In characters. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** For the cells of the column that are not written. */
  readonly style?: string;
}

export interface SheetToWrite {
  /** At most 31 characters, none of [ ] : * ? / \ */
  readonly name: string;
  readonly rows: Iterable<RowToWrite> | AsyncIterable<RowToWrite>;
  readonly columns?: readonly ColumnToWrite[];
  readonly hidden?: 'hidden' | 'very-hidden';
  readonly rightToLeft?: boolean;
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows?: number; readonly columns?: number };
  /** Locks all cells but unlocked ones, without a password: it guides, it does not protect a secret. */
  readonly protected?: boolean;
  readonly validations?: readonly Validation[];
  readonly comments?: readonly CommentToWrite[];
  /** 'A1:C1'. */
  readonly merged?: readonly string[];
  /** Range with filter buttons. */
  readonly filter?: string;
  readonly tabColor?: string;
}

export interface WorkbookToWrite {
  readonly sheets: readonly SheetToWrite[];
  readonly styles?: Readonly<Record<string, CellStyle>>;
  readonly definedNames?: readonly {
    readonly name: string;
    readonly reference: string;
    readonly sheet?: string;
    readonly hidden?: boolean;
  }[];
  /** Sheets cannot be added, renamed or shown. */
  readonly structureProtected?: boolean;
}
