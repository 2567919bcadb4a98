import { translatorOf, sorted, type Language, type Text } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedStore } from '../model/released.ts';
import { flowName } from '../model/structure.ts';
import { isDemonstration } from '../model/demonstration.ts';
import { factsOf } from './release-facts.ts';

/** A flow as the catalogue lists it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: Text;
  readonly description?: Text;
  readonly themes: readonly string[];
  readonly observations: number;
  readonly areas: number;
  /** First and last period; absent for an empty release. */
  readonly span?: readonly [string, string];
  readonly release: number;
  readonly releasedAt: Date;
  readonly demonstration: boolean;
}

export interface CatalogueFilter {
  readonly words: string;
  readonly theme: string;
}

/** Flows with a release that the reader may see, real ones first, by name; `themes` counts before the filter. */
export async function catalogueOf(
  store: ReleasedStore,
  actor: Actor,
  language: Language,
  filter: CatalogueFilter,
  themeNames: ReadonlyMap<string, Text>,
) {
  const t = translatorOf(language);
  const flows = await store.flows(actor);
  const entries = (await Promise.all(flows.map((flow) => entryOf(store, actor, flow)))).flatMap((entry) => entry ?? []);
  const wanted = plain(filter.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (entry: CatalogueEntry): boolean => {
    const text = plain(
      [
        entry.id,
        t(entry.name),
        entry.description === undefined ? '' : t(entry.description),
        ...entry.themes.map((theme) => t(themeNames.get(theme) ?? theme)),
      ].join(' '),
    );
    return wanted.every((word) => text.includes(word)) && (filter.theme === '' || entry.themes.includes(filter.theme));
  };
  const themes = new Map<string, number>();
  for (const entry of entries) for (const theme of entry.themes) themes.set(theme, (themes.get(theme) ?? 0) + 1);
  return {
    entries: sorted(language, entries.filter(matches), ({ name }) => t(name)).toSorted(
      (one, other) => Number(one.demonstration) - Number(other.demonstration),
    ),
    themes,
    all: entries.length,
  };
}

async function entryOf(
  store: ReleasedStore,
  actor: Actor,
  flow: { agency: string; id: string },
): Promise<CatalogueEntry | undefined> {
  const current = await store.current(flow, actor);
  if (current === undefined) return undefined;
  const facts = await factsOf(store, current);
  const [first, last] = [facts.periods[0], facts.periods.at(-1)];
  const { name, description, themes } = current.flow;
  return {
    id: flowName(current.flow),
    name,
    ...(description !== undefined && { description }),
    themes,
    observations: facts.observations,
    areas: facts.areas,
    ...(first !== undefined && last !== undefined && { span: [first.id, last.id] }),
    release: current.release,
    releasedAt: current.releasedAt,
    demonstration: isDemonstration(current.flow),
  };
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
