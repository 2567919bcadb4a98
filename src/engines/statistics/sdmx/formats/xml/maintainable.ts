import { type Artefact, isItemScheme, isOrganisationScheme, type Item } from '../../../registry/artefact.ts';
import { localised, xml } from '../escape.ts';
import { type Edition, namingOf, urn, versionIn } from '../urn.ts';

/** Element name of an artefact in an edition. */
function elementOf(edition: Edition, artefact: Artefact): string {
  return `str:${namingOf(artefact.kind, edition).type}`;
}

/** The whole element of an artefact: identification, names, and `content` where it is not a stub. */
export function maintainable(
  edition: Edition,
  artefact: Artefact,
  serviceUrl: string,
  further: { readonly attributes?: string; readonly annotations?: string; readonly content: string },
): string {
  const element = elementOf(edition, artefact);
  const organisation = isOrganisationScheme(artefact.kind);
  const version = xml(versionIn(edition, artefact));
  const attributes = [
    `id="${xml(artefact.id)}" agencyID="${xml(artefact.agency)}" urn="${xml(urn(edition, artefact))}"`,
    edition === '3.0' && organisation ? '' : `version="${version}"`,
    edition === '2.1' ? `isFinal="${!organisation || artefact.kind === 'organisationunitscheme'}"` : '',
    artefact.stub === true
      ? `isExternalReference="true" structureURL="${xml(structureUrl(edition, artefact, serviceUrl))}"`
      : '',
    isItemScheme(artefact) && artefact.partial === true ? 'isPartial="true"' : '',
    further.attributes ?? '',
  ].filter((text) => text !== '');
  const stub = artefact.stub === true;
  return (
    `<${element} ${attributes.join(' ')}>${stub ? '' : (further.annotations ?? '')}` +
    `${localised('com:Name', artefact.name)}${localised('com:Description', artefact.description)}` +
    `${stub ? '' : further.content}</${element}>`
  );
}

/** Where the full artefact can be read. */
export function structureUrl(edition: Edition, artefact: Artefact, serviceUrl: string): string {
  const { agency, id } = artefact;
  const resource =
    edition === '2.1' ? `rest/${artefact.kind}` : `v2/structure/${namingOf(artefact.kind, '3.0').type.toLowerCase()}`;
  return `${serviceUrl}/${resource}/${agency}/${id}/${versionIn(edition, artefact)}`;
}

/** Names and description of an item, to stand inside its element. */
export function nameable(item: Item): string {
  return localised('com:Name', item.name) + localised('com:Description', item.description);
}
