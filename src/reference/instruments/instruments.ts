import { lazily } from '../lazily.ts';
import { nameKey } from '../name-key.ts';
import { given } from '../table.ts';
import instrumentList from './instruments.json' with { type: 'json' };

/** A treaty of the programme: organized crime, corruption, drugs, terrorism, cybercrime. */
export interface Instrument {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly group: string;
  /** Date of adoption, ISO 8601. */
  readonly adopted: string;
  readonly place?: string;
  /** Date of entry into force, ISO 8601; absent while it is not in force. */
  readonly inForceSince?: string;
  /** What must be said beside that date. */
  readonly inForceNote?: string;
  readonly depositary?: string;
  readonly articleCount?: number;
  /** Articles that ask States for legislation. */
  readonly legislationArticles: readonly string[];
  /** Article number and heading, where they are known. */
  readonly articles: readonly { readonly number: string; readonly heading: string }[];
  /** What of this entry has been compared with a published text; the rest has not. */
  readonly verified: string;
  readonly note?: string;
}

/** The 28 instruments, in the order in which the programme lists them. */
export const instruments: readonly Instrument[] = /* @__PURE__ */ readInstruments();

function readInstruments(): readonly Instrument[] {
  return instrumentList.map((entry) => ({
    id: entry.id,
    title: entry.title,
    short: entry.short,
    group: entry.group,
    adopted: entry.adopted,
    ...given({
      place: entry.place ?? undefined,
      inForceSince: entry.entryIntoForce?.slice(0, 10),
      inForceNote: entry.entryIntoForce?.slice(10).trim() || undefined,
      depositary: entry.depositary ?? undefined,
      articleCount: entry.articleCount ?? undefined,
      note: entry.note || undefined,
    }),
    legislationArticles: entry.legislationArticles ?? [],
    articles: Object.entries(entry.articles ?? {}).map(([number, heading]) => ({ number, heading })),
    verified: entry.confidence === 'memory' ? '' : entry.confidence,
  }));
}

const index = /* @__PURE__ */ lazily(() => {
  const names = instruments.flatMap((one) =>
    [one.id, one.short, one.title].map((name) => [nameKey(name), one] as const),
  );
  return new Map(names.toReversed());
});

/** Finds an instrument by its id (`uncac`, `ct-05`), short name or title. */
export function findInstrument(idOrTitle: string): Instrument | undefined {
  return index().get(nameKey(idOrTitle));
}
