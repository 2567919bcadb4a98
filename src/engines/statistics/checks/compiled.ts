import type { Message } from '#kernel/i18n/say.ts';
import type { Selection, Severity } from './check.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { codeAt, dimensionAt } from './layout.ts';

/** Says what is wrong with a row of the frame; an error takes the row out of the checks that follow. */
export type Report = (frame: Frame, row: number, said: Message, severity?: Severity) => void;

/** A check made ready for one layout. `finish` speaks at the end about all areas together. */
export interface Compiled {
  run(frame: Frame, report: Report): void;
  finish?(report: (said: Message, key: Record<string, string>) => void): void;
}

export interface CheckContext {
  /** Year of the import: later ones have not happened yet. */
  readonly year: number;
}

/** Whether a series is selected, as a test over the codes of its first row. */
export type Selects = (frame: Frame, row: number) => boolean;

/** Turns a selection into a test; everything is selected when nothing is named. */
export function compileSelection(of: Selection, layout: Layout): Selects {
  const wanted = Object.entries(of).map(([id, codes]) => {
    const place = dimensionAt(layout, id);
    const marks = new Uint8Array(layout.dimensions[place]?.codes.length ?? 0);
    for (const code of [codes].flat()) marks[codeAt(layout, place, code)] = 1;
    return { place, marks };
  });
  return (frame, row) => {
    for (const { place, marks } of wanted) {
      if (marks[frame.dimensions[place]?.[row] ?? 0] !== 1) return false;
    }
    return true;
  };
}
