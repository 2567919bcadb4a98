import type { ReleasedFlow } from '../../model/released.ts';
import type { Dataflow } from '../../model/structure.ts';
import type { Artefact, ContentConstraint } from '../../registry/artefact.ts';
import type { Registry } from '../../registry/registry.ts';
import { availableIn } from '../data/available.ts';
import { type ChosenFlow, chooseFlows } from '../data/choose-flows.ts';
import { structureOffers } from '../formats/offers.ts';
import { single } from '../query/address.ts';
import type { AvailabilityQuery } from '../query/ast.ts';
import { parseAvailability1, parseAvailability2 } from '../query/parse-availability.ts';
import { noResults } from '../query/refuse.ts';
import { cutCodelist } from '../structure/cut-partial.ts';
import { cutItems } from '../structure/select-artefacts.ts';
import { negotiate } from './negotiate.ts';
import type { SdmxRequest } from './request.ts';
import type { Service } from './service.ts';
import { respondStructures } from './respond-structures.ts';

/** Answers an availability query: an actual constraint for each flow, and the structures asked for with it. */
export async function answerAvailability(service: Service, request: SdmxRequest): Promise<Response> {
  const { store, vocabularies } = service;
  const query = request.api === 1 ? parseAvailability1(request.address) : parseAvailability2(request.address);
  const choice = negotiate(
    structureOffers[request.api],
    request.headers.get('accept') ?? undefined,
    single(request.address, 'format'),
  );
  const registry = await service.registry(request.actor);
  const flows = await chooseFlows(registry, store, request.actor, query);
  const artefacts = new Map<string, Artefact>();
  const releases: ReleasedFlow[] = [];
  for (const chosen of flows) {
    const release = await store.current(chosen.flow, request.actor);
    if (release === undefined) continue;
    const { updatedAfter } = query;
    const before =
      updatedAfter === undefined
        ? undefined
        : (await store.all(chosen.flow, request.actor)).findLast(({ releasedAt }) => releasedAt <= updatedAfter);
    const constraint = await availableIn(store, vocabularies, release, before, query);
    if (constraint === undefined) continue;
    releases.push(release);
    for (const one of [constraint, ...referenced(registry, chosen, constraint, query)]) {
      artefacts.set(`${one.kind}=${one.agency}:${one.id}(${one.version})`, one);
    }
  }
  if (releases.length === 0) throw noResults();
  const modified = new Date(Math.max(...releases.map(({ releasedAt }) => releasedAt.getTime())));
  return respondStructures(service, request, choice, [...artefacts.values()], modified);
}

function referenced(
  registry: Registry,
  { flow, agreements }: ChosenFlow,
  constraint: ContentConstraint,
  query: AvailabilityQuery,
): readonly Artefact[] {
  const wants = (kind: string) => query.references.includes(kind) || query.references.includes('all');
  const structure = registry.find({ ...idOf(flow.structure), kind: 'datastructure' });
  const dataflow = registry.find({ ...idOf(flow), kind: 'dataflow' });
  if (structure === undefined || dataflow === undefined) return [];
  const allowed = new Map(Object.entries(constraint.region).map(([id, values]) => [id, new Set(values)]));
  const limited = { ...structure, attributes: [] };
  const children = registry.children(structure, '3.0');
  return [
    ...(wants('dataflow') ? [dataflow] : []),
    ...(wants('datastructure') ? [structure] : []),
    ...(wants('conceptscheme') ? children.filter(({ kind }) => kind === 'conceptscheme') : []),
    ...(wants('codelist')
      ? children.flatMap((child) => {
          if (child.kind !== 'codelist') return [];
          const used = limited.dimensions.some(
            ({ id, representation }) =>
              allowed.has(id) &&
              'codelist' in representation &&
              representation.codelist.id === child.id &&
              representation.codelist.agency === child.agency,
          );
          return used
            ? [
                cutCodelist(
                  child,
                  [{ ...limited, dimensions: limited.dimensions.filter(({ id }) => allowed.has(id)) }],
                  allowed,
                ),
              ]
            : [];
        })
      : []),
    ...(wants('dataproviderscheme') ? providerSchemes(registry, flow, agreements) : []),
  ];
}

/** Schemes of the flow's providers, cut to those asked for, or to those that supply it. */
function providerSchemes(registry: Registry, flow: Dataflow, asked: ChosenFlow['agreements']): readonly Artefact[] {
  const own = registry
    .parents({ ...idOf(flow), kind: 'dataflow' }, '3.0')
    .filter((parent) => parent.kind === 'provisionagreement');
  const agreements = asked.length > 0 ? asked : own;
  const ids = new Set(agreements.map(({ provider }) => `${provider.agency}.${provider.item}`));
  return registry.artefacts.flatMap((artefact) => {
    if (artefact.kind !== 'dataproviderscheme') return [];
    const cut = cutItems(artefact, (id) => ids.has(`${artefact.agency}.${id}`));
    return cut.items.length === 0 ? [] : [cut];
  });
}

function idOf({ agency, id, version }: { readonly agency: string; readonly id: string; readonly version: string }) {
  return { agency, id, version };
}
