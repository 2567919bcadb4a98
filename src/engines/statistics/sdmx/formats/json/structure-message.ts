import type { Artefact, Kind } from '../../../registry/artefact.ts';
import type { MessageHead } from '../xml/header.ts';
import { artefactJson, type JsonStructureContext } from './artefact-json.ts';
import { jsonMeta } from './meta.ts';

const lists: Readonly<Record<Kind, string>> = {
  agencyscheme: 'agencySchemes',
  dataproviderscheme: 'dataProviderSchemes',
  dataconsumerscheme: 'dataConsumerSchemes',
  organisationunitscheme: 'organisationUnitSchemes',
  codelist: 'codelists',
  hierarchicalcodelist: 'hierarchicalCodelists',
  conceptscheme: 'conceptSchemes',
  categoryscheme: 'categorySchemes',
  categorisation: 'categorisations',
  datastructure: 'dataStructures',
  metadatastructure: 'metadataStructures',
  dataflow: 'dataflows',
  metadataflow: 'metadataflows',
  provisionagreement: 'provisionAgreements',
  contentconstraint: 'contentConstraints',
  structureset: 'structureSets',
  process: 'processes',
  reportingtaxonomy: 'reportingTaxonomies',
};
/** Lists with another name in SDMX-JSON 2.0. */
const renamed: Partial<Record<Kind, string>> = {
  hierarchicalcodelist: 'hierarchies',
  contentconstraint: 'dataConstraints',
  structureset: 'representationMaps',
};

/** A structure message of SDMX-JSON, piece by piece. */
export function* jsonStructureMessage(
  artefacts: readonly Artefact[],
  head: MessageHead,
  context: JsonStructureContext,
): Generator<string> {
  const modern = context.edition === '3.0';
  yield `{"meta":${JSON.stringify(jsonMeta(modern ? 2 : 1, 'structure', head, context.language))},"data":{`;
  let first = true;
  for (const [kind, members] of Map.groupBy(artefacts, (artefact) => artefact.kind)) {
    const list = (modern ? renamed[kind] : undefined) ?? lists[kind];
    yield `${first ? '' : ','}"${list}":[`;
    first = false;
    for (const [index, member] of members.entries()) {
      yield `${index === 0 ? '' : ','}${JSON.stringify(artefactJson(member, context))}`;
    }
    yield ']';
  }
  yield '}}';
}
