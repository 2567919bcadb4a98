import { lazily } from '../lazily.ts';
import { unLanguages, type SixNames } from '../language.ts';
import { nameKey } from '../name-key.ts';
import { given, readTable } from '../table.ts';
import unitTable from './units.json' with { type: 'json' };

/** A unit of measurement; codes are those of the SDMX and SDG lists where these have one. */
export interface Unit {
  readonly id: string;
  readonly name: SixNames;
  readonly symbol?: string;
  /** Units of one dimension convert into each other. Things of different kinds share `count`: adding them up is the caller's decision. */
  readonly dimension: string;
  /** Id of the unit that `factor` leads to: value × factor = value in the base. */
  readonly base: string;
  readonly factor: number;
  /** Whether the code is a published one. */
  readonly published: boolean;
  /** How files write it. */
  readonly labels: readonly string[];
}

export const units: readonly Unit[] = /* @__PURE__ */ readTable('units', unitTable, (row) => ({
  id: row.text('id'),
  name: row.sixNames(),
  ...given({ symbol: row.maybeText('symbol') }),
  dimension: row.text('dimension'),
  base: row.text('base'),
  factor: row.number('factor'),
  published: row.flag('published'),
  labels: row.texts('labels'),
}));

const index = /* @__PURE__ */ lazily(() => {
  const found = new Map<string, Unit>();
  const keep = (word: string | undefined, unit: Unit): void => {
    const key = word === undefined ? '' : unitKey(word);
    if (key !== '' && !found.has(key)) found.set(key, unit);
  };
  for (const unit of units) keep(unit.id, unit);
  for (const unit of units) for (const label of [unit.symbol, ...unit.labels]) keep(label, unit);
  for (const unit of units) for (const language of unLanguages) keep(unit.name[language], unit);
  return found;
});

/** Finds a unit by its code, symbol, name in any of the six languages or the label that files give it (“Counts”, “Rate per 100,000 population”). */
export function findUnit(codeOrName: string): Unit | undefined {
  return index().get(unitKey(codeOrName));
}

/** Converts a value between two units; undefined when either is not known or they measure different things. */
export function convert(value: number, from: string, to: string): number | undefined {
  const source = findUnit(from);
  const target = findUnit(to);
  if (source === undefined || target === undefined || source.dimension !== target.dimension) return undefined;
  return source === target ? value : (value * source.factor) / target.factor;
}

// Symbols are not words: “%” and “m²” have no key as names.
function unitKey(word: string): string {
  const trimmed = word.trim().toLowerCase();
  return /[%$€²³]/.test(trimmed) ? trimmed : nameKey(trimmed);
}
