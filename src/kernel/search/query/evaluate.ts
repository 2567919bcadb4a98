import type { Matches } from './arena.ts';
import { intersect, keepOnly, union, without } from './combine.ts';
import { estimate } from './estimate.ts';
import { hasOneOf, liesIn } from './filters.ts';
import { matchBeginning } from './match-beginning.ts';
import { matchPhrase } from './match-phrase.ts';
import type { Plan } from './plan.ts';
import { everyDocument, locate, scoreOf, withTerm, type Walk } from './walk.ts';

/** Documents of a segment that a plan asks for and the reader may find. The result may be written over. */
export function evaluate(walk: Walk, plan: Plan): Matches {
  switch (plan.kind) {
    case 'terms':
      return anyOf(walk, plan.terms);
    case 'phrase':
      return matchPhrase(
        walk,
        plan.words,
        allOf(
          walk,
          plan.words.map(({ terms }) => ({ kind: 'terms', terms })),
        ),
      );
    case 'beginning':
      return matchBeginning(walk, plan);
    case 'facet':
      return walk.segment.facets.has(plan.facet)
        ? keepOnly(everyDocument(walk), hasOneOf(walk.segment, plan.facet, [plan.value]))
        : walk.arena.matches(0);
    case 'range':
      return keepOnly(everyDocument(walk), liesIn(walk.segment, plan.field, plan));
    case 'or':
      return plan.of.reduce((found, each) => union(walk.arena, found, evaluate(walk, each)), walk.arena.matches(0));
    case 'not':
      return without(everyDocument(walk), evaluate(walk, plan.of));
    case 'and':
      return allOf(walk, plan.of);
  }
}

/** The rarest first; each of the others then narrows what is left. */
function allOf(walk: Walk, plans: readonly Plan[]): Matches {
  const asked = plans.filter(({ kind }) => kind !== 'not');
  const order = asked
    .map((plan) => ({ plan, cost: estimate(walk.segment, plan) }))
    .sort((one, other) => one.cost - other.cost);
  const [first, ...others] = order;
  let found = first === undefined ? everyDocument(walk) : evaluate(walk, first.plan);
  for (const { plan } of others) {
    if (found.count === 0) return found;
    found = narrow(walk, found, plan);
  }
  for (const plan of plans) if (plan.kind === 'not') found = without(found, evaluate(walk, plan.of));
  return found;
}

function narrow(walk: Walk, found: Matches, plan: Plan): Matches {
  switch (plan.kind) {
    case 'terms':
      return amongAnyOf(walk, found, plan.terms);
    case 'facet':
      return keepOnly(found, hasOneOf(walk.segment, plan.facet, [plan.value]));
    case 'range':
      return keepOnly(found, liesIn(walk.segment, plan.field, plan));
    case 'phrase':
    case 'beginning':
    case 'and':
    case 'or':
    case 'not':
      return intersect(found, evaluate(walk, plan));
  }
}

function anyOf(walk: Walk, terms: readonly string[]): Matches {
  let found = walk.arena.matches(0);
  for (const term of terms) {
    const number = walk.segment.postings.terms.find(term);
    if (number >= 0)
      found = union(walk.arena, found, withTerm(walk, number, walk.ranking.idf.get(term) ?? 0), 'greater');
  }
  return found;
}

/** Keeps documents with one of the terms, and adds the score of the best. */
function amongAnyOf(walk: Walk, found: Matches, terms: readonly string[]): Matches {
  const { segment, ranking } = walk;
  const places = terms.flatMap((term) => {
    const number = segment.postings.terms.find(term);
    return number < 0
      ? []
      : [{ idf: ranking.idf.get(term) ?? 0, at: locate(walk, number, found.documents, found.count) }];
  });
  const { weights } = segment.postings;
  const { documents, scores } = found;
  let count = 0;
  for (let index = 0; index < found.count; index += 1) {
    let best = -1;
    for (const { idf, at } of places) {
      const posting = at[index]!;
      if (posting < 0) continue;
      const score = scoreOf(idf, weights[posting]!, ranking.norms[segment.lengths[documents[index]!]!]!);
      if (score > best) best = score;
    }
    if (best < 0) continue;
    documents[count] = documents[index]!;
    scores[count] = scores[index]! + best;
    count += 1;
  }
  found.count = count;
  return found;
}

/** Adds to the documents that have the term its score times the factor. */
export function addBonus(walk: Walk, found: Matches, term: string, factor: number): void {
  const number = walk.segment.postings.terms.find(term);
  if (number < 0 || found.count === 0) return;
  const bonus = withTerm(walk, number, (walk.ranking.idf.get(term) ?? 0) * factor);
  // Few documents have it: what was found is passed over in growing strides.
  let index = 0;
  for (let at = 0; at < bonus.count && index < found.count; at += 1) {
    const document = bonus.documents[at]!;
    let stride = 1;
    while (index + stride < found.count && found.documents[index + stride]! <= document) {
      index += stride;
      stride <<= 1;
    }
    while (index < found.count && found.documents[index]! < document) index += 1;
    if (found.documents[index] === document && index < found.count) found.scores[index]! += bonus.scores[at]!;
  }
}
