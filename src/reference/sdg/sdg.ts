import { lazily } from '../lazily.ts';
import type { SixNames, UnLanguage } from '../language.ts';
import { given, readTable } from '../table.ts';
import sdgTable from './sdg.json' with { type: 'json' };

const kinds = ['goal', 'target', 'indicator'] as const;

/** Goal 16, its targets and indicators, and those of other goals that the programme's figures serve. */
export interface SdgEntry {
  /** `16`, `16.3`, `16.3.2`, `15.c.1`. */
  readonly code: string;
  readonly kind: (typeof kinds)[number];
  /** Code of the target or goal above it, where that is in the list. */
  readonly parent?: string;
  /** In our own words, English, short enough for a heading. */
  readonly short: string;
  readonly title: SixNames;
  readonly unverified: readonly UnLanguage[];
}

export const sdgEntries: readonly SdgEntry[] = /* @__PURE__ */ readTable('sdg', sdgTable, (row) => ({
  code: row.text('code'),
  kind: row.oneOf('kind', kinds),
  ...given({ parent: row.maybeText('parent') }),
  short: row.text('short'),
  title: row.sixNames(),
  unverified: row.unverified(),
}));

const byCode = /* @__PURE__ */ lazily(() => new Map(sdgEntries.map((entry) => [entry.code, entry])));

/** Finds a goal, target or indicator by its code. */
export function findSdg(code: string): SdgEntry | undefined {
  return byCode().get(code.trim().toLowerCase());
}
