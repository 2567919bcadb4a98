import type { Text } from '#kernel/i18n/say.ts';
import type { ArtefactId, Code } from '../model/structure.ts';

// One model of every maintainable artefact; the writers of SDMX-ML 2.1 and 3.0 and of SDMX-JSON 1.0 and 2.0 read it.

/** Kinds of maintainable artefact, by the name that the 1.x service gives them. */
export type Kind =
  | 'agencyscheme'
  | 'dataproviderscheme'
  | 'dataconsumerscheme'
  | 'organisationunitscheme'
  | 'codelist'
  | 'hierarchicalcodelist'
  | 'conceptscheme'
  | 'categoryscheme'
  | 'categorisation'
  | 'datastructure'
  | 'metadatastructure'
  | 'dataflow'
  | 'metadataflow'
  | 'provisionagreement'
  | 'contentconstraint'
  | 'structureset'
  | 'process'
  | 'reportingtaxonomy';

/** Names a maintainable artefact; `version` is semantic. */
export interface Reference extends ArtefactId {
  readonly kind: Kind;
}

/** Names an item of a scheme (code, concept, category, provider …); nested ids are joined with full stops. */
export interface ItemReference extends Reference {
  readonly item: string;
}

interface Maintainable<K extends Kind> extends ArtefactId {
  readonly kind: K;
  readonly name: Text;
  readonly description?: Text;
  /** An item scheme cut to some of its items. */
  readonly partial?: boolean;
  /** Identification (and description, where it is there) without content: SDMX's stubs. */
  readonly stub?: boolean;
}

export interface Item {
  readonly id: string;
  readonly name: Text;
  readonly description?: Text;
}

export interface OrganisationScheme extends Maintainable<
  'agencyscheme' | 'dataproviderscheme' | 'dataconsumerscheme' | 'organisationunitscheme'
> {
  readonly items: readonly Item[];
}

export interface CodelistArtefact extends Maintainable<'codelist'> {
  readonly items: readonly Code[];
}

/** A tree of codes over one or several code lists. */
export interface HierarchicalCode {
  readonly id: string;
  readonly code: ItemReference;
  readonly children: readonly HierarchicalCode[];
}
/** The codes of a tree, at every level. */
export function codesWithin(codes: readonly HierarchicalCode[]): readonly HierarchicalCode[] {
  return codes.flatMap((code) => [code, ...codesWithin(code.children)]);
}

export interface HierarchicalCodelist extends Maintainable<'hierarchicalcodelist'> {
  readonly codes: readonly HierarchicalCode[];
}

/** How a component's values are written: codes of a list, or text of a type. */
export type Representation =
  | { readonly codelist: Reference }
  | { readonly text: 'String' | 'Double' | 'ObservationalTimePeriod'; readonly maxLength?: number };

export interface Concept extends Item {
  readonly representation?: Representation;
}
export interface ConceptScheme extends Maintainable<'conceptscheme'> {
  readonly items: readonly Concept[];
}

export interface Category extends Item {
  readonly children: readonly Category[];
}
export interface CategoryScheme extends Maintainable<'categoryscheme'> {
  readonly items: readonly Category[];
}
export interface Categorisation extends Maintainable<'categorisation'> {
  readonly source: Reference;
  readonly target: ItemReference;
}

export interface Component {
  readonly id: string;
  readonly concept: ItemReference;
  readonly representation: Representation;
}
/** What an attribute belongs to: each observation, the series made by these dimensions, or the whole data set. */
type Attachment = 'observation' | 'dataset' | { readonly dimensions: readonly string[] };
export interface AttributeComponent extends Component {
  readonly required: boolean;
  readonly attachment: Attachment;
}
export interface DataStructureArtefact extends Maintainable<'datastructure'> {
  /** In key order, without the time dimension. */
  readonly dimensions: readonly Component[];
  readonly time: Component;
  readonly measure: Component;
  readonly attributes: readonly AttributeComponent[];
}

interface MetadataAttribute extends Component {
  readonly required: boolean;
}
export interface MetadataStructure extends Maintainable<'metadatastructure'> {
  /** What reports describe; written as the metadata target in SDMX 2.1. */
  readonly target: 'Dataflow';
  readonly attributes: readonly MetadataAttribute[];
}

export interface DataflowArtefact extends Maintainable<'dataflow'> {
  readonly structure: Reference;
}
export interface Metadataflow extends Maintainable<'metadataflow'> {
  readonly structure: Reference;
  /** What may be described; none is any dataflow. SDMX 2.1 does not write it. */
  readonly targets: readonly Reference[];
}
export interface ProvisionAgreement extends Maintainable<'provisionagreement'> {
  readonly flow: Reference;
  readonly provider: ItemReference;
}

/** Days, ISO 8601. */
interface ReferencePeriod {
  readonly start: string;
  readonly end: string;
}
export interface ContentConstraint extends Maintainable<'contentconstraint'> {
  readonly type: 'Allowed' | 'Actual';
  readonly attachedTo: Reference;
  /** Values by dimension; a dimension that is not named is free. */
  readonly region: Readonly<Record<string, readonly string[]>>;
  readonly period?: ReferencePeriod;
  /** Facts about the data found (numbers of series and observations), by annotation id. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** A map from the codes of one list to those of another: a structure set with one map in 2.1, a representation map in 3.0. */
export interface StructureSet extends Maintainable<'structureset'> {
  readonly source: Reference;
  readonly target: Reference;
  readonly pairs: readonly (readonly [from: string, to: string])[];
}

interface ProcessStep extends Item {
  readonly inputs: readonly Reference[];
  readonly outputs: readonly Reference[];
  readonly computation: Text;
}
export interface Process extends Maintainable<'process'> {
  readonly steps: readonly ProcessStep[];
}

export interface ReportingCategory extends Item {
  /** Structures, or flows, that the report's part is made of. */
  readonly parts: readonly Reference[];
  readonly children: readonly ReportingCategory[];
}
export interface ReportingTaxonomy extends Maintainable<'reportingtaxonomy'> {
  readonly items: readonly ReportingCategory[];
}

export type Artefact =
  | OrganisationScheme
  | CodelistArtefact
  | HierarchicalCodelist
  | ConceptScheme
  | CategoryScheme
  | Categorisation
  | DataStructureArtefact
  | MetadataStructure
  | DataflowArtefact
  | Metadataflow
  | ProvisionAgreement
  | ContentConstraint
  | StructureSet
  | Process
  | ReportingTaxonomy;

export type ItemScheme = OrganisationScheme | CodelistArtefact | ConceptScheme | CategoryScheme | ReportingTaxonomy;

export function isItemScheme(artefact: Artefact): artefact is ItemScheme {
  return 'items' in artefact;
}

export function isOrganisationScheme(kind: Kind): boolean {
  return kind.endsWith('scheme') && !['conceptscheme', 'categoryscheme'].includes(kind);
}

/** `kind=AGENCY:ID(VERSION)`: one text per artefact, for maps and sets. */
export function nameOf(reference: Reference): string {
  return `${reference.kind}=${reference.agency}:${reference.id}(${reference.version})`;
}

export function referenceTo(artefact: Reference): Reference {
  return { kind: artefact.kind, agency: artefact.agency, id: artefact.id, version: artefact.version };
}
