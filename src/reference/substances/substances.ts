import { lazily } from '../lazily.ts';
import { nameKey } from '../name-key.ts';
import { readTable } from '../table.ts';
import nameTable from './substance-names.json' with { type: 'json' };
import substanceTable from './substances.json' with { type: 'json' };

/** A substance or group of substances as seizures are counted. */
export interface Substance {
  readonly id: string;
  /** `cannabis`, `cocaine-type`, `opioids`, `ats`, `sedatives`, `hallucinogens`, `nps-other`, `precursors`. */
  readonly group: string;
  /** English. */
  readonly name: string;
}

const ambiguities = ['low', 'medium', 'high'] as const;

/** One of the words that a text may use for a substance. */
export interface SubstanceName {
  readonly name: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly substance: Substance;
  readonly form: string;
  /** How often the word means something else: “snow” is high. */
  readonly ambiguity: (typeof ambiguities)[number];
}

export const substances: readonly Substance[] = /* @__PURE__ */ readTable('substances', substanceTable, (row) => ({
  id: row.text('id'),
  group: row.text('group'),
  name: row.text('name'),
}));

const byId = /* @__PURE__ */ lazily(() => new Map(substances.map((substance) => [substance.id, substance])));

const names = /* @__PURE__ */ lazily(() =>
  readTable('substance names', nameTable, (row) => ({
    name: row.text('name'),
    language: row.text('language'),
    substance: getSubstance(row.text('substance')),
    form: row.text('form'),
    ambiguity: row.oneOf('ambiguity', ambiguities),
  })),
);

const byName = /* @__PURE__ */ lazily(() => Map.groupBy(names(), ({ name }) => nameKey(name)));

/** Every name in every language, with its ambiguity. Unverified as a whole. */
export function substanceNames(): readonly SubstanceName[] {
  return names();
}

/** Meanings that a name can have, the least ambiguous first; with a language, only that language's. Empty when the name is not known. */
export function meaningsOfSubstanceName(name: string, language?: string): readonly SubstanceName[] {
  const found = (byName().get(nameKey(name)) ?? []).filter(
    (one) => language === undefined || one.language === language,
  );
  return found.toSorted((a, b) => ambiguities.indexOf(a.ambiguity) - ambiguities.indexOf(b.ambiguity));
}

/** Finds a substance by its id, its English name, or any name in any language (the least ambiguous meaning). */
export function findSubstance(idOrName: string): Substance | undefined {
  const key = nameKey(idOrName);
  return (
    byId().get(idOrName) ??
    substances.find((one) => nameKey(one.name) === key) ??
    meaningsOfSubstanceName(idOrName)[0]?.substance
  );
}

function getSubstance(id: string): Substance {
  const found = byId().get(id);
  if (found === undefined) throw new TypeError(`substance names: there is no substance “${id}”.`);
  return found;
}
