import type { Artefact } from '../../registry/artefact.ts';
import type { Edition } from '../../registry/references-of.ts';
import type { Registry } from '../../registry/registry.ts';
import type { StructureQuery } from '../query/ast.ts';
import { noResults } from '../query/refuse.ts';
import { cutPartial } from './cut-partial.ts';
import { resolveReferences } from './resolve-references.ts';
import { selectArtefacts } from './select-artefacts.ts';

/** The artefacts that answer a structure query, in the detail asked for. Refuses when nothing matches. */
export function answerStructure(registry: Registry, query: StructureQuery, edition: Edition): readonly Artefact[] {
  const found = selectArtefacts(registry, query);
  if (found.length === 0) throw noResults();
  const referenced = resolveReferences(registry, found, query, edition);
  switch (query.detail) {
    case 'full':
    case 'raw':
      return [...found, ...referenced];
    case 'allstubs':
      return [...found, ...referenced].map(stub);
    case 'allcompletestubs':
      return [...found, ...referenced].map(completeStub);
    case 'referencestubs':
      return [...found, ...referenced.map(stub)];
    case 'referencecompletestubs':
      return [...found, ...referenced.map(completeStub)];
    case 'referencepartial':
      return [...found, ...cutPartial(registry, found, referenced, edition)];
  }
}

function completeStub(artefact: Artefact): Artefact {
  return { ...artefact, stub: true };
}

function stub(artefact: Artefact): Artefact {
  const { description: _, ...rest } = artefact;
  return { ...rest, stub: true };
}
