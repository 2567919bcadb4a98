import {
  type ItemReference,
  isOrganisationScheme,
  type Kind,
  type Metadataflow,
  type Reference,
} from '../../registry/artefact.ts';
import type { Edition } from '../../registry/references-of.ts';
import { toLegacyVersion } from '../../registry/version.ts';

export type { Edition } from '../../registry/references-of.ts';

interface Naming {
  readonly pack: string;
  readonly type: string;
  readonly item?: string;
}

const namings: Readonly<Record<Kind, Naming>> = {
  agencyscheme: { pack: 'base', type: 'AgencyScheme', item: 'Agency' },
  dataproviderscheme: { pack: 'base', type: 'DataProviderScheme', item: 'DataProvider' },
  dataconsumerscheme: { pack: 'base', type: 'DataConsumerScheme', item: 'DataConsumer' },
  organisationunitscheme: { pack: 'base', type: 'OrganisationUnitScheme', item: 'OrganisationUnit' },
  codelist: { pack: 'codelist', type: 'Codelist', item: 'Code' },
  hierarchicalcodelist: { pack: 'codelist', type: 'HierarchicalCodelist' },
  conceptscheme: { pack: 'conceptscheme', type: 'ConceptScheme', item: 'Concept' },
  categoryscheme: { pack: 'categoryscheme', type: 'CategoryScheme', item: 'Category' },
  categorisation: { pack: 'categoryscheme', type: 'Categorisation' },
  datastructure: { pack: 'datastructure', type: 'DataStructure' },
  metadatastructure: { pack: 'metadatastructure', type: 'MetadataStructure' },
  dataflow: { pack: 'datastructure', type: 'Dataflow' },
  metadataflow: { pack: 'metadatastructure', type: 'Metadataflow' },
  provisionagreement: { pack: 'registry', type: 'ProvisionAgreement' },
  contentconstraint: { pack: 'registry', type: 'ContentConstraint' },
  structureset: { pack: 'mapping', type: 'StructureSet' },
  process: { pack: 'process', type: 'Process' },
  reportingtaxonomy: { pack: 'categoryscheme', type: 'ReportingTaxonomy', item: 'ReportingCategory' },
};

/** Kinds whose class has another name in SDMX 3.0. */
const renamed: Partial<Record<Kind, Naming>> = {
  hierarchicalcodelist: { pack: 'codelist', type: 'Hierarchy' },
  contentconstraint: { pack: 'registry', type: 'DataConstraint' },
  structureset: { pack: 'structuremapping', type: 'RepresentationMap' },
};

export function namingOf(kind: Kind, edition: Edition): Naming {
  return (edition === '3.0' ? renamed[kind] : undefined) ?? namings[kind];
}

/** The version as an edition writes it; organisation schemes are fixed at 1.0 in both. */
export function versionIn(edition: Edition, reference: Reference): string {
  if (edition === '2.1') return toLegacyVersion(reference.version);
  return isOrganisationScheme(reference.kind) ? '1.0' : reference.version;
}

/** `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=MANDATA:CL_SEX(1.0)`, of an item when the reference names one. */
export function urn(edition: Edition, reference: Reference | ItemReference): string {
  const { pack, type, item } = namingOf(reference.kind, edition);
  const identity = `${reference.agency}:${reference.id}(${versionIn(edition, reference)})`;
  return 'item' in reference
    ? `urn:sdmx:org.sdmx.infomodel.${pack}.${item ?? type}=${identity}.${reference.item}`
    : `urn:sdmx:org.sdmx.infomodel.${pack}.${type}=${identity}`;
}

/** What reports of a metadata flow may describe (SDMX 3.0); any dataflow where the definition names none. */
export function targetUrns({ targets }: Metadataflow): readonly string[] {
  return targets.length === 0
    ? ['urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=*:*(*)']
    : targets.map((one) => urn('3.0', one));
}
