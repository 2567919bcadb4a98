import type { Codelist, Dataflow } from '../model/structure.ts';
import type { Artefact, Reference } from './artefact.ts';
import { conceptSchemeId } from './derive-structure.ts';
import { type DataProvider, organisationVersion } from './derive-organisations.ts';

// One artefact of each kind that the official conformance kit asks for. None of it says anything about the world: it lives
// in an agency of its own and is served only when asked for.

const conformanceAgency = 'MANDATA.CONFORMANCE';
const at = { agency: conformanceAgency, version: '1.0.0' } as const;

function list(
  id: string,
  name: string,
  codes: readonly (readonly [id: string, name: string, parent?: string])[],
): Codelist {
  return {
    ...at,
    id,
    name,
    codes: codes.map(([code, text, parent]) => ({
      id: code,
      name: text,
      ...(parent === undefined ? {} : { parent }),
    })),
  };
}

const frequency = list('CL_FREQ', 'Frequency', [
  ['A', 'Annual'],
  ['Q', 'Quarterly'],
  ['M', 'Monthly'],
]);
const area = list('CL_AREA', 'Area', [
  ['W', 'World'],
  ['N', 'North', 'W'],
  ['S', 'South', 'W'],
  ['E', 'East', 'W'],
  ['N1', 'North one', 'N'],
]);
const sex = list('CL_SEX', 'Sex', [
  ['_T', 'Total'],
  ['F', 'Female'],
  ['M', 'Male'],
]);
const status = list('CL_OBS_STATUS', 'Observation status', [
  ['A', 'Normal value'],
  ['E', 'Estimated value'],
]);
const confidentiality = list('CL_CONF_STATUS', 'Confidentiality', [
  ['F', 'Free'],
  ['C', 'Confidential'],
]);
const multiplier = list('CL_UNIT_MULT', 'Unit multiplier', [
  ['0', 'Units'],
  ['3', 'Thousands'],
]);
const decimals = list('CL_DECIMALS', 'Decimals', [
  ['0', 'Zero'],
  ['1', 'One'],
]);

const structure = {
  ...at,
  id: 'CONFORMANCE',
  name: 'Structure for conformance runs',
  dimensions: [
    { id: 'FREQ', name: 'Frequency', codelist: frequency },
    { id: 'REF_AREA', name: 'Area', codelist: area },
    { id: 'SEX', name: 'Sex', codelist: sex },
  ],
  attributes: [
    { id: 'OBS_STATUS', name: 'Observation status', codelist: status, required: true },
    { id: 'CONF_STATUS', name: 'Confidentiality', codelist: confidentiality, required: false },
    { id: 'UNIT_MULT', name: 'Unit multiplier', codelist: multiplier, required: false },
    { id: 'DECIMALS', name: 'Decimals', codelist: decimals, required: false },
    { id: 'COMMENT', name: 'Comment', required: false },
  ],
};

export const conformanceFlow: Dataflow = {
  ...at,
  id: 'CONFORMANCE',
  name: { en: 'Synthetic data for conformance runs', fr: 'Données synthétiques pour essais de conformité' },
  description: 'Invented figures. They describe nothing.',
  structure,
  themes: ['FIRST', 'SECOND'],
};
export const conformanceFlows: readonly Dataflow[] = [conformanceFlow];

export const conformanceProviders: readonly DataProvider[] = [
  { agency: conformanceAgency, id: 'ONE', name: 'First provider' },
  { agency: conformanceAgency, id: 'TWO', name: 'Second provider' },
];

const dataflow: Reference = { kind: 'dataflow', id: 'CONFORMANCE', ...at };
const dsd: Reference = { kind: 'datastructure', id: 'CONFORMANCE', ...at };
const msd: Reference = { kind: 'metadatastructure', id: 'CONFORMANCE_METADATA', ...at };
const metadataflow: Reference = { kind: 'metadataflow', id: 'CONFORMANCE_METADATA', ...at };
const concepts = { kind: 'conceptscheme', id: conceptSchemeId(structure), ...at } as const;
const freeText = { text: 'String' } as const;

export const conformanceArtefacts: readonly Artefact[] = [
  {
    kind: 'contentconstraint',
    id: 'ALLOWED_STRUCTURE',
    ...at,
    name: 'Values allowed by the structure',
    description: 'Invented, for conformance runs.',
    type: 'Allowed',
    attachedTo: dsd,
    region: { REF_AREA: ['W', 'N', 'S'] },
  },
  {
    kind: 'contentconstraint',
    id: 'ALLOWED_FLOW',
    ...at,
    name: 'Values allowed by the flow',
    description: 'Invented, for conformance runs.',
    type: 'Allowed',
    attachedTo: dataflow,
    region: { FREQ: ['A'], SEX: ['_T', 'F', 'M'] },
  },
  {
    kind: 'contentconstraint',
    id: 'ALLOWED_AGREEMENT',
    ...at,
    name: 'Values allowed by the provision agreement',
    description: 'Invented, for conformance runs.',
    type: 'Allowed',
    attachedTo: { kind: 'provisionagreement', id: 'CONFORMANCE_ONE', ...at },
    region: { SEX: ['F', 'M'] },
  },
  {
    ...msd,
    kind: 'metadatastructure',
    name: 'Metadata for conformance runs',
    description: 'Invented, for conformance runs.',
    target: 'Dataflow',
    attributes: [
      { id: 'COMMENT', concept: { ...concepts, item: 'COMMENT' }, representation: freeText, required: false },
    ],
  },
  {
    ...metadataflow,
    kind: 'metadataflow',
    name: 'Metadata for conformance runs',
    description: 'Invented, for conformance runs.',
    structure: msd,
    targets: [dataflow],
  },
  {
    kind: 'dataconsumerscheme',
    id: 'DATA_CONSUMERS',
    agency: conformanceAgency,
    version: organisationVersion,
    name: 'Data consumers',
    description: 'Invented, for conformance runs.',
    items: [
      { id: 'READER', name: 'A reader' },
      { id: 'PARTNER', name: 'A partner' },
    ],
  },
  {
    kind: 'organisationunitscheme',
    id: 'UNITS',
    ...at,
    name: 'Organisation units',
    description: 'Invented, for conformance runs.',
    items: [
      { id: 'STATISTICS', name: 'Statistics' },
      { id: 'RESEARCH', name: 'Research' },
    ],
  },
  {
    kind: 'structureset',
    id: 'SEX_TO_STATUS',
    ...at,
    name: 'A map between code lists',
    description: 'Invented, for conformance runs.',
    source: { kind: 'codelist', id: 'CL_SEX', ...at },
    target: { kind: 'codelist', id: 'CL_OBS_STATUS', ...at },
    pairs: [['_T', 'A']],
  },
  {
    kind: 'process',
    id: 'RELEASE',
    ...at,
    name: 'From return to release',
    description: 'Invented, for conformance runs.',
    steps: [
      { id: 'CHECK', name: 'Check', inputs: [dataflow], outputs: [dataflow], computation: 'Every rule is applied.' },
    ],
  },
  {
    kind: 'reportingtaxonomy',
    id: 'REPORT',
    ...at,
    name: 'Parts of a report',
    description: 'Invented, for conformance runs.',
    items: [
      { id: 'FIRST', name: 'First part', parts: [dataflow], children: [] },
      { id: 'SECOND', name: 'Second part', parts: [dataflow], children: [] },
    ],
  },
];
