import type { Artefact, Kind } from '../../../registry/artefact.ts';
import type { Edition } from '../urn.ts';
import { artefactElement } from './artefact-element.ts';
import { headerStart, type MessageHead } from './header.ts';
import { declaration, namespaces } from './namespaces.ts';

type Containers = readonly (readonly [element: string, kinds: readonly Kind[]])[];

/** Lists of the Structures element, in the order that the 2.1 schema demands. */
const containers21: Containers = [
  ['OrganisationSchemes', ['agencyscheme', 'dataconsumerscheme', 'dataproviderscheme', 'organisationunitscheme']],
  ['Dataflows', ['dataflow']],
  ['Metadataflows', ['metadataflow']],
  ['CategorySchemes', ['categoryscheme']],
  ['Categorisations', ['categorisation']],
  ['Codelists', ['codelist']],
  ['HierarchicalCodelists', ['hierarchicalcodelist']],
  ['Concepts', ['conceptscheme']],
  ['MetadataStructures', ['metadatastructure']],
  ['DataStructures', ['datastructure']],
  ['StructureSets', ['structureset']],
  ['ReportingTaxonomies', ['reportingtaxonomy']],
  ['Processes', ['process']],
  ['Constraints', ['contentconstraint']],
  ['ProvisionAgreements', ['provisionagreement']],
];

const containers30: Containers = [
  ['AgencySchemes', ['agencyscheme']],
  ['Categorisations', ['categorisation']],
  ['CategorySchemes', ['categoryscheme']],
  ['Codelists', ['codelist']],
  ['ConceptSchemes', ['conceptscheme']],
  ['DataConstraints', ['contentconstraint']],
  ['DataConsumerSchemes', ['dataconsumerscheme']],
  ['Dataflows', ['dataflow']],
  ['DataProviderSchemes', ['dataproviderscheme']],
  ['DataStructures', ['datastructure']],
  ['Hierarchies', ['hierarchicalcodelist']],
  ['Metadataflows', ['metadataflow']],
  ['MetadataStructures', ['metadatastructure']],
  ['OrganisationUnitSchemes', ['organisationunitscheme']],
  ['Processes', ['process']],
  ['ProvisionAgreements', ['provisionagreement']],
  ['ReportingTaxonomies', ['reportingtaxonomy']],
  ['RepresentationMaps', ['structureset']],
];

/** A structure message, piece by piece. `serviceUrl` ends before `/rest` and `/v2`. */
export function* structureMessage(
  edition: Edition,
  artefacts: readonly Artefact[],
  head: MessageHead,
  serviceUrl: string,
): Generator<string> {
  yield `${declaration}<mes:Structure${namespaces(edition, { str: 'structure' })}>${headerStart(head)}</mes:Header><mes:Structures>`;
  for (const [element, kinds] of edition === '2.1' ? containers21 : containers30) {
    const members = artefacts.filter((artefact) => kinds.includes(artefact.kind));
    if (members.length === 0) continue;
    yield `<str:${element}>`;
    for (const member of members) yield artefactElement(edition, member, serviceUrl);
    yield `</str:${element}>`;
  }
  yield '</mes:Structures></mes:Structure>';
}
