import type { Artefact } from '../../registry/artefact.ts';
import { jsonStructureMessage } from '../formats/json/structure-message.ts';
import type { StructureOffer } from '../formats/offers.ts';
import { structureMessage } from '../formats/xml/structure-message.ts';
import { inLanguages } from '../formats/escape.ts';
import { entityTag } from './conditional.ts';
import type { Choice } from './negotiate.ts';
import type { SdmxRequest } from './request.ts';
import { respond } from './respond.ts';
import type { Service } from './service.ts';

/** Sends artefacts in the format chosen. Their tag is made from what they say, so that it changes when a definition does. */
export function respondStructures(
  service: Service,
  request: SdmxRequest,
  { offer, contentType }: Choice<StructureOffer>,
  artefacts: readonly Artefact[],
  modified?: Date,
): Promise<Response> {
  const { edition, family } = offer;
  const { language } = request;
  const tag = entityTag([JSON.stringify(artefacts), contentType, language]);
  return respond(request, {
    contentType,
    tag,
    modified: modified ?? service.firstSent(tag),
    languages: family === 'json' ? [language] : languagesOf(artefacts),
    body: async () =>
      family === 'json'
        ? jsonStructureMessage(artefacts, service.head(), { edition, language, serviceUrl: service.url })
        : structureMessage(edition, artefacts, service.head(), service.url),
  });
}

function languagesOf(artefacts: readonly Artefact[]): readonly string[] {
  return [...new Set(artefacts.flatMap(({ name }) => inLanguages(name).map(([language]) => language)))].toSorted();
}
