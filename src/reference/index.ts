// Code lists that every floor may read. No file here needs a server, so a page's bundle takes what it names and no more.
export { isUnLanguage, unLanguages, type SixNames, type SomeNames, type UnLanguage } from './language.ts';
export { nameKey } from './name-key.ts';
export type { Aggregate, Area, Country, Membership, SubNationalArea } from './areas/area.ts';
export { aggregates, areas, countries, subNationalAreas, worldId } from './areas/areas.ts';
export { areaName, findArea, partsOf } from './areas/find-area.ts';
export { findAreaByName } from './areas/find-area-by-name.ts';
export type { Group } from './groups/group.ts';
export { groups } from './groups/groups.ts';
export { findGroup, groupsOf, membersOf } from './groups/find-group.ts';
export { crimes, findCrime, findCrimes, parentOfCrime, partsOfCrime, type Crime } from './crime/crimes.ts';
export { findSdg, sdgEntries, type SdgEntry } from './sdg/sdg.ts';
export { convert, findUnit, units, type Unit } from './units/units.ts';
export { findLanguage, worldLanguages, type WorldLanguage } from './languages/languages.ts';
export { lawTermLists, lawTerms, type LawTerm } from './law/terms.ts';
export { findInstrument, instruments, type Instrument } from './instruments/instruments.ts';
export {
  findSubstance,
  meaningsOfSubstanceName,
  substanceNames,
  substances,
  type Substance,
  type SubstanceName,
} from './substances/substances.ts';
export type { ListedCode, ListOfCodes } from './sdmx/codelist.ts';
export { crossDomainLists } from './sdmx/cross-domain.ts';
export { findListOfCodes } from './sdmx/find-list.ts';
export type { Fact, FactDocument } from './facts/fact.ts';
export { factDocuments } from './facts/fact-documents.ts';
export {
  factsOfArea,
  factsOfDocument,
  factsOfMeasure,
  factsOfYear,
  findFact,
  programmeFacts,
} from './facts/programme-facts.ts';
