import type { Artefact, Kind } from '../../registry/artefact.ts';

// Names of structure resources in the two families of the REST API, and the kinds that they stand for here. A name with no
// kinds is part of the standard, but nothing of that sort exists in this registry: it finds nothing.

const shared: Readonly<Record<string, readonly Kind[]>> = {
  agencyscheme: ['agencyscheme'],
  dataproviderscheme: ['dataproviderscheme'],
  dataconsumerscheme: ['dataconsumerscheme'],
  organisationunitscheme: ['organisationunitscheme'],
  codelist: ['codelist'],
  conceptscheme: ['conceptscheme'],
  categoryscheme: ['categoryscheme'],
  categorisation: ['categorisation'],
  datastructure: ['datastructure'],
  metadatastructure: ['metadatastructure'],
  dataflow: ['dataflow'],
  metadataflow: ['metadataflow'],
  provisionagreement: ['provisionagreement'],
  process: ['process'],
  reportingtaxonomy: ['reportingtaxonomy'],
};

const resources1: Readonly<Record<string, readonly Kind[] | 'every'>> = {
  ...shared,
  hierarchicalcodelist: ['hierarchicalcodelist'],
  organisationscheme: ['agencyscheme', 'dataproviderscheme', 'dataconsumerscheme', 'organisationunitscheme'],
  contentconstraint: ['contentconstraint'],
  allowedconstraint: ['contentconstraint'],
  actualconstraint: ['contentconstraint'],
  structureset: ['structureset'],
  structure: 'every',
  attachmentconstraint: [],
  transformationscheme: [],
  rulesetscheme: [],
  userdefinedoperatorscheme: [],
  customtypescheme: [],
  namepersonalisationscheme: [],
  namealiasscheme: [],
};

const resources2: Readonly<Record<string, readonly Kind[] | 'every'>> = {
  ...shared,
  hierarchy: ['hierarchicalcodelist'],
  dataconstraint: ['contentconstraint'],
  representationmap: ['structureset'],
  '*': 'every',
  hierarchyassociation: [],
  valuelist: [],
  metadataproviderscheme: [],
  metadataprovisionagreement: [],
  metadataconstraint: [],
  structuremap: [],
  conceptschememap: [],
  categoryschememap: [],
  organisationschememap: [],
  reportingtaxonomymap: [],
  transformationscheme: [],
  rulesetscheme: [],
  userdefinedoperatorscheme: [],
  customtypescheme: [],
  namepersonalisationscheme: [],
  vtlmappingscheme: [],
};

export function isResource1(name: string): boolean {
  return Object.hasOwn(resources1, name);
}

export function isResource2(name: string): boolean {
  return Object.hasOwn(resources2, name);
}

/** Whether an artefact is of the kind that a resource name of either API family stands for. */
export function isOfResource(artefact: Artefact, name: string): boolean {
  const kinds = resources1[name] ?? resources2[name] ?? [];
  if (kinds === 'every') return true;
  if (!kinds.includes(artefact.kind)) return false;
  if (artefact.kind !== 'contentconstraint') return true;
  if (name === 'allowedconstraint') return artefact.type === 'Allowed';
  return name !== 'actualconstraint' || artefact.type === 'Actual';
}

/** Whether an answer for this resource (or these references) may hold content constraints, which are made from the data. */
export function mayHoldConstraints(name: string): boolean {
  return ['structure', '*', 'contentconstraint', 'actualconstraint', 'dataconstraint'].includes(name);
}
