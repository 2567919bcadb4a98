import { programmeFacts, type Fact } from '#reference/index.ts';

/** A count that a report prints, with where it stands; it is quoted, and never derived from the log. */
export interface QuotedFigure {
  readonly fact: string;
  readonly parties: number;
  /** Day or year that the report speaks of. */
  readonly asOf: string;
  readonly citation: string;
  readonly statement: string;
}

const spoken: Readonly<Record<string, string>> = {
  'Organized Crime Convention': 'untoc',
  UNTOC: 'untoc',
  'Trafficking in Persons Protocol': 'untoc-tip',
  'Smuggling of Migrants Protocol': 'untoc-som',
  'Firearms Protocol': 'untoc-firearms',
  'Convention against Corruption': 'uncac',
  UNCAC: 'uncac',
  'Nuclear Terrorism Convention': 'ct-13',
};

/** The instrument that a fact names, if it names one. */
export function instrumentOfFact({ qualifiers }: Fact): string | undefined {
  return spoken[String(qualifiers['treaty'] ?? qualifiers['instrument'] ?? '')];
}

/** Counts of parties that the five reports print for an instrument, oldest first. */
export function quotedFigures(instrument: string): readonly QuotedFigure[] {
  return programmeFacts()
    .filter((fact) => fact.measure === 'parties' && instrumentOfFact(fact) === instrument)
    .flatMap(({ id, value, qualifiers, document, paragraph, statement }) =>
      value === undefined
        ? []
        : [
            {
              fact: id,
              parties: value,
              asOf: asOfDay(qualifiers['as_of']) ?? document.date,
              citation: `${document.symbol}, para. ${paragraph}`,
              statement,
            },
          ],
    )
    .toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1));
}

/** How many States belong to all instruments against terrorism, as reports print it; oldest first. */
export function quotedPartiesToAll(): readonly {
  readonly states: number;
  readonly citation: string;
  /** Date of the report. */
  readonly date: string;
}[] {
  return programmeFacts()
    .filter(({ measure }) => measure === 'states_party_to_all_instruments')
    .flatMap(({ value, document, paragraph }) =>
      value === undefined
        ? []
        : [{ states: value, citation: `${document.symbol}, para. ${paragraph}`, date: document.date }],
    )
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

// A fact says its day where the paragraph does; otherwise the report's own date is the latest that it can mean.
const asOfDay = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
