import type { Language, Message } from '#kernel/i18n/index.ts';
import type { ChartTable } from './table/chart-table.ts';

/** Why a figure is not an ordinary one. `break`: not comparable with the point before it. The last three have no figure. */
export type PointStatus =
  | 'normal'
  | 'estimated'
  | 'imputed'
  | 'provisional'
  | 'forecast'
  | 'break'
  | 'missing'
  | 'suppressed'
  | 'not-applicable';

/** One figure. `x` is a year or SDMX period (lines) or a category (bars); `y` is null where there is no figure, never zero for that. */
export interface ChartPoint {
  readonly x: string | number;
  readonly y: number | null;
  readonly status?: PointStatus;
  /** Footnote of this figure, told in its tooltip and in the table. */
  readonly note?: string;
  /** What a check found about this figure; marks it with a flag. */
  readonly finding?: string;
}

export interface ChartSeries {
  readonly label: string;
  readonly points: readonly ChartPoint[];
}

export const sizePresets = {
  wide: { width: 960, height: 480 },
  embed: { width: 720, height: 420 },
  card: { width: 400, height: 280 },
  phone: { width: 360, height: 400 },
} as const;

/** A named preset, or pixels. Charts with a row per category or area grow in height as they need. */
export type ChartSize = keyof typeof sizePresets | { readonly width: number; readonly height: number };

/** What every drawing shares: the words around it, the language it speaks, and where it will stand. All text comes translated. */
export interface ChartFrame {
  readonly title: string;
  /** What is counted, in which unit. */
  readonly subtitle?: string;
  readonly unit?: string;
  /** Decimals of the figures shown; derived from the figures when absent. */
  readonly decimals?: number;
  /** The whole line, e.g. "Source: …". */
  readonly source?: string;
  readonly release?: string;
  readonly notes?: readonly string[];
  readonly language: Language;
  readonly size?: ChartSize;
  /** Inlines colours, fonts and paper, for a download or a document; otherwise colours follow the page's `--chart-…` tokens. */
  readonly standalone?: boolean;
  /** Colours of a standalone drawing; light when absent. */
  readonly theme?: 'light' | 'dark';
  /** Leaves title, subtitle, source, release and notes to the page around the drawing. They stay in its description. */
  readonly bare?: boolean;
  /** Prefix of the ids inside; derived from the content when absent. Needed when the same drawing stands twice on a page. */
  readonly id?: string;
  /** Puts the drawing's own words into the language; the house's translations when absent. */
  readonly translate?: (message: Message) => string;
}

/** A drawing, the figures that it shows, and one paragraph that says what can be seen. Sizes in CSS pixels. */
export interface Drawing {
  readonly svg: string;
  readonly table: ChartTable;
  readonly altText: string;
  readonly width: number;
  readonly height: number;
}
