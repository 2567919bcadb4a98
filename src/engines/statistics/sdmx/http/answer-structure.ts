import { actualConstraints } from '../data/available.ts';
import { structureOffers } from '../formats/offers.ts';
import { single } from '../query/address.ts';
import type { StructureQuery } from '../query/ast.ts';
import { parseStructure1, parseStructure2 } from '../query/parse-structure.ts';
import { mayHoldConstraints } from '../query/resources.ts';
import { answerStructure } from '../structure/answer-structure.ts';
import { negotiate } from './negotiate.ts';
import type { SdmxRequest } from './request.ts';
import { respondStructures } from './respond-structures.ts';
import type { Service } from './service.ts';

/** Answers a structure query of either API family. */
export async function answerStructures(service: Service, request: SdmxRequest): Promise<Response> {
  const query = request.api === 1 ? parseStructure1(request.address) : parseStructure2(request.address);
  const choice = negotiate(
    structureOffers[request.api],
    request.headers.get('accept') ?? undefined,
    single(request.address, 'format'),
  );
  const registry = await service.registry(request.actor);
  const whole = needsConstraints(query)
    ? registry.with(await actualConstraints(service.store, service.vocabularies, request.actor))
    : registry;
  return respondStructures(service, request, choice, answerStructure(whole, query, request.api === 1 ? '2.1' : '3.0'));
}

/** Actual constraints are read from the data, so only queries whose answer may hold them wait for that. */
function needsConstraints({ resource, references }: StructureQuery): boolean {
  if (mayHoldConstraints(resource)) return true;
  if (typeof references !== 'string') return references.some(mayHoldConstraints);
  const upwards = ['parents', 'parentsandsiblings', 'ancestors', 'all'].includes(references);
  return upwards && ['dataflow', 'datastructure', 'provisionagreement', 'codelist', 'conceptscheme'].includes(resource);
}
