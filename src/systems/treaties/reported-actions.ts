import { instruments, programmeFacts, type Fact } from '#reference/index.ts';
import type { TreatyAction } from './status/action.ts';
import { instrumentOfFact } from './quoted-figures.ts';

/** A real entry of the log, with the paragraph that states it. */
export interface ReportedAction extends TreatyAction {
  /** Paragraph: `E/CN.7/2024/3, para. 43`. */
  readonly source: string;
  readonly statement: string;
}

const terrorism = instruments.filter(({ group }) => group === 'terrorism');

/** What the five reports state of single States: accessions that they name, and those that belong to all 19 instruments against terrorism. */
export function reportedActions(): readonly ReportedAction[] {
  const facts = programmeFacts();
  return [...facts.flatMap(namedConsents), ...facts.flatMap(partiesToAllNineteen)];
}

function namedConsents(fact: Fact): readonly ReportedAction[] {
  const treaty = instrumentOfFact(fact);
  if (treaty === undefined || (fact.measure !== 'accessions' && fact.measure !== 'party_rank')) return [];
  const { document, year } = fact;
  // The report of 2017 speaks of a reporting period that is not one year, those of 2023 of the year itself.
  const when =
    document.reportsOn === 2017 || year === undefined ? { knownBy: document.date } : { deposited: String(year) };
  return fact.areas.map((participant) => ({
    ...common(fact, treaty, participant),
    kind: fact.measure === 'accessions' ? ('accession' as const) : ('consent' as const),
    ...when,
  }));
}

function partiesToAllNineteen(fact: Fact): readonly ReportedAction[] {
  // Two reports name the same ten States; the earlier one dates it to 2021.
  if (fact.id !== 'CN7-71-3') return [];
  const knownBy = `${fact.document.reportsOn}-12-31`;
  return fact.areas.flatMap((participant) =>
    terrorism.map(({ id }) => ({ ...common(fact, id, participant), kind: 'consent' as const, knownBy })),
  );
}

function common(fact: Fact, treaty: string, participant: string): Omit<ReportedAction, 'kind'> {
  return {
    id: `${treaty}-${participant.toLowerCase()}-${fact.id.toLowerCase()}`,
    treaty,
    participant,
    articles: [],
    territories: [],
    source: `${fact.document.symbol}, para. ${fact.paragraph}`,
    statement: fact.statement,
  };
}
