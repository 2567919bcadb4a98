import type { Selectable } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Dataflow } from '../model/structure.ts';
import { tables, type StatisticsTables } from './tables.ts';

export type ReleaseRow = Selectable<StatisticsTables['statistics_releases']>;
type NewRelease = Omit<StatisticsTables['statistics_releases'], 'withdrawn_by' | 'withdrawn_at' | 'withdrawn_reason'>;

/** Numbers are never given twice, also not those of withdrawn releases. */
export async function nextNumber(transaction: Handle, flow: string): Promise<number> {
  const row = await tables(transaction)
    .selectFrom('statistics_releases')
    .select(({ fn }) => fn.max('release').as('latest'))
    .where('flow', '=', flow)
    .executeTakeFirst();
  return (row?.latest ?? 0) + 1;
}

/** The latest release that is not withdrawn: what the next one is compared with. */
export async function latestInForce(transaction: Handle, flow: string): Promise<ReleaseRow | undefined> {
  return tables(transaction)
    .selectFrom('statistics_releases')
    .selectAll()
    .where('flow', '=', flow)
    .where('withdrawn_at', 'is', null)
    .orderBy('release', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function findRelease(transaction: Handle, flow: string, release: number): Promise<ReleaseRow | undefined> {
  return tables(transaction)
    .selectFrom('statistics_releases')
    .selectAll()
    .where('flow', '=', flow)
    .where('release', '=', release)
    .executeTakeFirst();
}

export async function insertRelease(transaction: Handle, release: NewRelease): Promise<void> {
  await tables(transaction)
    .insertInto('statistics_releases')
    .values({ ...release, withdrawn_by: null, withdrawn_at: null, withdrawn_reason: null })
    .execute();
}

export async function selectReleases(transaction: Handle, flow?: string): Promise<readonly ReleaseRow[]> {
  let query = tables(transaction).selectFrom('statistics_releases').selectAll();
  if (flow !== undefined) query = query.where('flow', '=', flow);
  return query.orderBy('flow').orderBy('release').execute();
}

export type ReleaseHead = Omit<ReleaseRow, 'structure' | 'citation' | 'note' | 'hidden' | 'licence' | 'publisher'>;

/** Every release, without what is large: read as owner, for the store that decides itself who sees what. */
export async function releaseHeads(owner: Handle): Promise<readonly ReleaseHead[]> {
  return tables(owner)
    .selectFrom('statistics_releases')
    .select([
      'flow',
      'release',
      'sha256',
      'restricted_sha256',
      'observations',
      'restricted',
      'added',
      'revised',
      'gone',
      'embargo_until',
      'released_by',
      'released_role',
      'released_at',
      'withdrawn_by',
      'withdrawn_at',
      'withdrawn_reason',
      'audience',
    ])
    .orderBy('flow')
    .orderBy('release')
    .execute();
}

/** The flow with its structure as it was when released. */
export async function readDataflow(owner: Handle, flow: string, release: number): Promise<Dataflow> {
  const row = await tables(owner)
    .selectFrom('statistics_releases')
    .select('structure')
    .where('flow', '=', flow)
    .where('release', '=', release)
    .executeTakeFirstOrThrow();
  // Written by releaseFlow from a checked definition, and never by anyone else.
  return row.structure as unknown as Dataflow;
}
