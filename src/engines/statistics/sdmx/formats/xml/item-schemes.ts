import type {
  Category,
  CategoryScheme,
  CodelistArtefact,
  ConceptScheme,
  OrganisationScheme,
  ReportingCategory,
  ReportingTaxonomy,
} from '../../../registry/artefact.ts';
import { xml } from '../escape.ts';
import { type Edition, namingOf, urn } from '../urn.ts';
import { nameable } from './maintainable.ts';
import { localReference, reference } from './reference.ts';
import { representation } from './representation.ts';

export function organisations(edition: Edition, scheme: OrganisationScheme): string {
  const element = `str:${namingOf(scheme.kind, edition).item ?? ''}`;
  return scheme.items
    .map(
      (item) =>
        `<${element} id="${xml(item.id)}" urn="${itemUrn(edition, scheme, item.id)}">${nameable(item)}</${element}>`,
    )
    .join('');
}

export function codes(edition: Edition, list: CodelistArtefact): string {
  return list.items
    .map((code) => {
      const parent = code.parent === undefined ? '' : localReference(edition, 'str:Parent', code.parent);
      return `<str:Code id="${xml(code.id)}" urn="${itemUrn(edition, list, code.id)}">${nameable(code)}${parent}</str:Code>`;
    })
    .join('');
}

export function concepts(edition: Edition, scheme: ConceptScheme): string {
  return scheme.items
    .map((concept) => {
      const core =
        concept.representation === undefined
          ? ''
          : representation(edition, 'str:CoreRepresentation', concept.representation);
      return `<str:Concept id="${xml(concept.id)}" urn="${itemUrn(edition, scheme, concept.id)}">${nameable(concept)}${core}</str:Concept>`;
    })
    .join('');
}

export function categories(
  edition: Edition,
  scheme: CategoryScheme,
  items: readonly Category[] = scheme.items,
  above = '',
): string {
  return items
    .map((category) => {
      const path = above + category.id;
      const children = categories(edition, scheme, category.children, `${path}.`);
      return `<str:Category id="${xml(category.id)}" urn="${itemUrn(edition, scheme, path)}">${nameable(category)}${children}</str:Category>`;
    })
    .join('');
}

export function reportingCategories(
  edition: Edition,
  scheme: ReportingTaxonomy,
  items: readonly ReportingCategory[] = scheme.items,
  above = '',
): string {
  return items
    .map((category) => {
      const path = above + category.id;
      const children = reportingCategories(edition, scheme, category.children, `${path}.`);
      const parts = category.parts
        .map((part) => {
          const structural = part.kind === 'datastructure' || part.kind === 'metadatastructure';
          return reference(edition, structural ? 'str:StructuralMetadata' : 'str:ProvisioningMetadata', part);
        })
        .join('');
      return `<str:ReportingCategory id="${xml(category.id)}" urn="${itemUrn(edition, scheme, path)}">${nameable(category)}${children}${parts}</str:ReportingCategory>`;
    })
    .join('');
}

function itemUrn(
  edition: Edition,
  scheme: OrganisationScheme | CodelistArtefact | ConceptScheme | CategoryScheme | ReportingTaxonomy,
  item: string,
): string {
  const { kind, agency, id, version } = scheme;
  return xml(urn(edition, { kind, agency, id, version, item }));
}
