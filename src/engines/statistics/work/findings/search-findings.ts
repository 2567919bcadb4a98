import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { statisticsOperations } from '../../operations.ts';
import type { Sort, WorkFilter } from './filter.ts';
import { hidesDemonstration } from '../../model/demonstration.ts';
import {
  batchesAside,
  countAll,
  countBy,
  selectPage,
  type Asked,
  type FacetName,
  type FacetValue,
  type FoundFinding,
} from './matching.ts';

const facetNames = ['flow', 'rule', 'severity', 'area', 'year', 'standing'] as const satisfies readonly FacetName[];

export interface FoundFindings {
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly findings: readonly FoundFinding[];
}

/** A page of the findings that the actor may see, with counts to filter by that respect the other filters. */
export async function searchFindings(
  context: StatisticsContext,
  filter: WorkFilter,
  { sort, page, size }: { sort: Sort; page: number; size: number },
): Promise<FoundFindings> {
  const asked = await ask(context, filter);
  return context.database.as(context.actor, async (transaction) => {
    const facets: Partial<Record<FacetName, readonly FacetValue[]>> = {};
    for (const name of facetNames) facets[name] = await countBy(transaction, asked, name);
    return {
      total: await countAll(transaction, asked),
      findings: await selectPage(transaction, asked, { sort, offset: (page - 1) * size, limit: size }),
      // Filled for every name just now.
      facets: facets as Record<FacetName, readonly FacetValue[]>,
    };
  });
}

const portion = 2000;

/** Every finding of a filter, a portion in memory at a time. */
export async function* everyFinding(
  context: StatisticsContext,
  filter: WorkFilter,
  sort: Sort,
): AsyncGenerator<FoundFinding> {
  const asked = await ask(context, filter);
  for (let offset = 0; ; offset += portion) {
    const rows = await context.database.as(context.actor, (transaction) =>
      selectPage(transaction, asked, { sort, offset, limit: portion }),
    );
    yield* rows;
    if (rows.length < portion) return;
  }
}

/** The filter with who asks; findings of settled batches are left out unless they are asked for, those of hidden demonstration data always. */
export async function ask(context: StatisticsContext, filter: WorkFilter): Promise<Asked> {
  authorize(context.actor, statisticsOperations.findings);
  const without = await batchesAside(context.database.owner, filter, { demonstration: hidesDemonstration(context) });
  return { actor: context.actor, filter, without };
}
