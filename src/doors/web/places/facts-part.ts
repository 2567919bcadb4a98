import { findArea, findGroup, programmeFacts, worldId, type Fact } from '#reference/index.ts';
import { say } from '#kernel/i18n/index.ts';
import type { PlacePart, PlaceStatement, ReadPlacePart } from '#kernel/places/index.ts';

const mostShown = 200;

/** What the five yearly reports say about the place, sentence by sentence, each with document and paragraph. */
export const factsPart: ReadPlacePart = async ({ area }): Promise<PlacePart | undefined> => {
  const facts = factsOf(area).toSorted(
    (one, other) => (other.year ?? 0) - (one.year ?? 0) || (one.id < other.id ? -1 : 1),
  );
  if (facts.length === 0) return undefined;
  return {
    id: 'reports',
    title: say('What the yearly reports say'),
    lead: say(
      'Figures and acts from five reports of the programme, in our own words, each with its document and paragraph.',
    ),
    order: 50,
    blocks: [{ kind: 'statements', items: facts.slice(0, mostShown).map(statementOf) }],
  };
};

function factsOf(area: string): readonly Fact[] {
  const facts = programmeFacts();
  if (area === worldId)
    return facts.filter(
      ({ areas, groups, region, value }) =>
        areas.length === 0 && groups.length === 0 && region === undefined && value !== undefined,
    );
  if (findArea(area)?.kind === 'country') return facts.filter(({ areas }) => areas.includes(area));
  return findGroup(area) === undefined ? [] : facts.filter(({ groups }) => groups.includes(area));
}

function statementOf({ id, statement, document, paragraph, year }: Fact): PlaceStatement {
  return {
    id,
    text: statement,
    language: 'en',
    citation: `${document.symbol}, para. ${paragraph}`,
    ...(year !== undefined && { year: String(year) }),
  };
}
