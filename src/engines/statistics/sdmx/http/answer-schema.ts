import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type {
  Artefact,
  CodelistArtefact,
  DataflowArtefact,
  DataStructureArtefact,
  ProvisionAgreement,
} from '../../registry/artefact.ts';
import type { Registry } from '../../registry/registry.ts';
import { schemaOffers } from '../formats/offers.ts';
import { dataSchema } from '../formats/xml/data-schema.ts';
import { single } from '../query/address.ts';
import type { SchemaQuery } from '../query/ast.ts';
import { parseSchema } from '../query/parse-schema.ts';
import { noResults, syntaxError } from '../query/refuse.ts';
import { allowedFor, cutCodelist } from '../structure/cut-partial.ts';
import { chooseVersions } from '../structure/select-artefacts.ts';
import { entityTag } from './conditional.ts';
import { negotiate } from './negotiate.ts';
import type { SdmxRequest } from './request.ts';
import { respond } from './respond.ts';
import { respondStructures } from './respond-structures.ts';
import type { Service } from './service.ts';

/** Answers a schema query: an XML schema of what may be reported, or the structures that say the same. */
export async function answerSchema(service: Service, request: SdmxRequest): Promise<Response> {
  const query = parseSchema(request.address, request.api);
  const choice = negotiate(
    schemaOffers[request.api],
    request.headers.get('accept') ?? undefined,
    single(request.address, 'format'),
  );
  if (query.context === 'metadataflow' || query.context === 'metadatastructure') {
    throw new Problem('not-implemented', say('Schemas are made for data, not for reference metadata.'));
  }
  const registry = await service.registry(request.actor);
  const artefact = find(registry, query);
  const structure = structureOf(registry, artefact);
  const allowed = allowedFor(registry, artefact);
  const lists = registry
    .children(structure, '3.0')
    .filter((child): child is CodelistArtefact => child.kind === 'codelist')
    .map((list) => cutCodelist(list, [structure], allowed));
  if (!choice.offer.type.endsWith('schema+xml')) {
    const schemes = registry.children(structure, '3.0').filter(({ kind }) => kind !== 'codelist');
    return respondStructures(service, request, choice, [structure, ...schemes, ...lists]);
  }
  const at = query.dimensionAtObservation ?? 'TIME_PERIOD';
  const dimensions = structure.dimensions.map(({ id }) => id);
  if (!['TIME_PERIOD', 'AllDimensions', ...dimensions].includes(at)) {
    throw syntaxError(say('The structure has no dimension {at}.', { at }));
  }
  const pieces = dataSchema({
    edition: choice.offer.edition,
    usage: artefact,
    structure,
    lists,
    allowed,
    atObservation: at,
  });
  const tag = entityTag([pieces, choice.contentType]);
  return respond(request, {
    contentType: choice.contentType,
    tag,
    modified: service.firstSent(tag),
    languages: [],
    body: async () => [pieces],
  });
}

type Usage = DataStructureArtefact | DataflowArtefact | ProvisionAgreement;

function find(registry: Registry, query: SchemaQuery): Usage {
  const usages = registry.artefacts.filter((artefact: Artefact): artefact is Usage => artefact.kind === query.context);
  const [found] = chooseVersions(usages, { agencies: [query.agency], ids: [query.id], versions: [query.version] });
  if (found === undefined) throw noResults();
  return found;
}

function structureOf(registry: Registry, usage: Usage): DataStructureArtefact {
  if (usage.kind === 'datastructure') return usage;
  if (usage.kind === 'provisionagreement') {
    const flow = registry.find({ ...usage.flow, kind: 'dataflow' });
    if (flow === undefined) throw noResults();
    return structureOf(registry, flow);
  }
  const structure = registry.find({ ...usage.structure, kind: 'datastructure' });
  if (structure === undefined) throw noResults();
  return structure;
}
