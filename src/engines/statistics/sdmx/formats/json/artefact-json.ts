import type { Language, Text } from '#kernel/i18n/say.ts';
import {
  type Artefact,
  type Category,
  codesWithin,
  type HierarchicalCode,
  isItemScheme,
  isOrganisationScheme,
  type Item,
  type ItemReference,
  nameOf,
  type Reference,
  referenceTo,
  type ReportingCategory,
} from '../../../registry/artefact.ts';
import { inLanguages } from '../escape.ts';
import { type Edition, targetUrns, urn, versionIn } from '../urn.ts';
import { structureUrl } from '../xml/maintainable.ts';
import { named } from './component-values.ts';
import { constraintJson, countsOf } from './constraint-json.ts';
import { componentsJson, metadataComponentsJson, representationJson } from './structures-json.ts';

/** What the writing of artefacts needs to know. */
export interface JsonStructureContext {
  readonly edition: Edition;
  readonly language: Language;
  readonly serviceUrl: string;
}

/** An artefact as SDMX-JSON 1.0 (edition 2.1) or 2.0 (edition 3.0). */
export function artefactJson(artefact: Artefact, context: JsonStructureContext): object {
  const { edition, language, serviceUrl } = context;
  const stub = artefact.stub === true;
  const annotations = artefact.kind === 'contentconstraint' && !stub ? countsOf(artefact) : undefined;
  return {
    id: artefact.id,
    agencyID: artefact.agency,
    version: versionIn(edition, artefact),
    ...(edition === '2.1'
      ? { isFinal: !isOrganisationScheme(artefact.kind) || artefact.kind === 'organisationunitscheme' }
      : {}),
    ...(stub ? { isExternalReference: true } : {}),
    ...(isItemScheme(artefact) && artefact.partial === true ? { isPartial: true } : {}),
    ...named(artefact.name, language),
    ...described(artefact.description, language),
    ...(annotations === undefined ? {} : { annotations }),
    links: [
      { rel: 'self', urn: urn(edition, artefact) },
      ...(stub
        ? [{ rel: 'external', href: structureUrl(edition, artefact, serviceUrl), urn: urn(edition, artefact) }]
        : []),
    ],
    ...(stub ? {} : contentOf(artefact, context)),
  };
}

function described(description: Text | undefined, language: Language): object {
  if (description === undefined) return {};
  return { description: named(description, language).name, descriptions: Object.fromEntries(inLanguages(description)) };
}

function contentOf(artefact: Artefact, { edition, language }: JsonStructureContext): object {
  const item = (one: Item) => ({ id: one.id, ...named(one.name, language), ...described(one.description, language) });
  const ref = (to: Reference | ItemReference) => urn(edition, to);
  switch (artefact.kind) {
    case 'agencyscheme':
      return { agencies: artefact.items.map(item) };
    case 'dataproviderscheme':
      return { dataProviders: artefact.items.map(item) };
    case 'dataconsumerscheme':
      return { dataConsumers: artefact.items.map(item) };
    case 'organisationunitscheme':
      return { organisationUnits: artefact.items.map(item) };
    case 'codelist':
      return {
        codes: artefact.items.map((code) => ({
          ...item(code),
          ...(code.parent === undefined ? {} : { parent: code.parent }),
        })),
      };
    case 'conceptscheme':
      return {
        concepts: artefact.items.map((concept) => ({
          ...item(concept),
          ...(concept.representation === undefined
            ? {}
            : { coreRepresentation: representationJson(edition, concept.representation) }),
        })),
      };
    case 'categoryscheme':
      return { categories: artefact.items.map((category) => categoryJson(category, item)) };
    case 'reportingtaxonomy':
      return { reportingCategories: artefact.items.map((category) => reportingJson(category, item, ref)) };
    case 'hierarchicalcodelist': {
      const codes = artefact.codes.map((code) => hierarchicalJson(code, ref));
      if (edition === '3.0') return { hasFormalLevels: false, hierarchicalCodes: codes };
      const lists = new Map(codesWithin(artefact.codes).map(({ code }) => [nameOf(code), referenceTo(code)]));
      return {
        includedCodelists: Object.fromEntries([...lists.values()].map((list) => [list.id, ref(list)])),
        hierarchies: [{ id: artefact.id, ...named(artefact.name, language), leveled: false, hierarchicalCodes: codes }],
      };
    }
    case 'categorisation':
      return { source: ref(artefact.source), target: ref(artefact.target) };
    case 'datastructure':
      return { dataStructureComponents: componentsJson(edition, artefact) };
    case 'metadatastructure':
      return { metadataStructureComponents: metadataComponentsJson(edition, artefact) };
    case 'dataflow':
      return { structure: ref(artefact.structure) };
    case 'metadataflow':
      return {
        structure: ref(artefact.structure),
        ...(edition === '3.0' ? { targets: targetUrns(artefact) } : {}),
      };
    case 'provisionagreement':
      return {
        [edition === '2.1' ? 'structureUsage' : 'dataflow']: ref(artefact.flow),
        dataProvider: ref(artefact.provider),
      };
    case 'contentconstraint':
      return constraintJson(edition, artefact);
    case 'structureset':
      if (edition === '3.0') {
        return {
          source: [{ codelist: ref(artefact.source) }],
          target: [{ codelist: ref(artefact.target) }],
          representationMappings: artefact.pairs.map(([from, to]) => ({
            sourceValues: [{ value: from }],
            targetValues: [to],
          })),
        };
      }
      return {
        codelistMaps: [
          {
            id: artefact.id,
            ...named(artefact.name, language),
            source: ref(artefact.source),
            target: ref(artefact.target),
            codeMaps: artefact.pairs.map(([from, to]) => ({
              source: ref({ ...artefact.source, item: from }),
              target: ref({ ...artefact.target, item: to }),
            })),
          },
        ],
      };
    case 'process':
      return {
        processSteps: artefact.steps.map((step) => ({
          ...item(step),
          inputs: step.inputs.map((one) => ({ objectReference: ref(one) })),
          outputs: step.outputs.map((one) => ({ objectReference: ref(one) })),
          computation: described(step.computation, language),
        })),
      };
  }
}

type ItemJson = (item: Item) => object;
type ReferenceJson = (to: Reference | ItemReference) => string;

function categoryJson(category: Category, item: ItemJson): object {
  const children = category.children.map((child) => categoryJson(child, item));
  return { ...item(category), ...(children.length === 0 ? {} : { categories: children }) };
}

function reportingJson(category: ReportingCategory, item: ItemJson, ref: ReferenceJson): object {
  const structural = category.parts.filter(({ kind }) => kind.endsWith('structure')).map(ref);
  const provisioning = category.parts.filter(({ kind }) => !kind.endsWith('structure')).map(ref);
  const children = category.children.map((child) => reportingJson(child, item, ref));
  return {
    ...item(category),
    ...(children.length === 0 ? {} : { reportingCategories: children }),
    ...(structural.length === 0 ? {} : { structuralMetadata: structural }),
    ...(provisioning.length === 0 ? {} : { provisioningMetadata: provisioning }),
  };
}

function hierarchicalJson({ id, code, children }: HierarchicalCode, ref: ReferenceJson): object {
  const below = children.map((child) => hierarchicalJson(child, ref));
  return { id, code: ref(code), ...(below.length === 0 ? {} : { hierarchicalCodes: below }) };
}
