import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import type { Database } from '#kernel/database/index.ts';
import type { Actor, Audience } from '#kernel/policy/index.ts';
import { audiencesOf, mayRead } from '#kernel/policy/index.ts';
import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import type { Dataflow } from '../../model/structure.ts';
import { flowName } from '../../model/structure.ts';
import { readDataflow, type ReleaseHead, releaseHeads } from '../releases.ts';
import type { Bound } from './arrangement.ts';
import { foldersOf, releaseFolder } from './folders.ts';
import { openCache } from './open-cache.ts';
import { QueryPool } from './query-pool.ts';
import type { CacheableRelease } from './release-cache.ts';
import { ReleaseCache } from './release-cache.ts';

export interface OpenReleasedStore extends ReleasedStore {
  /** Looks at the record now, and resolves when the releases in force are in the cache. Called after a release. */
  refresh(): Promise<void>;
  /** Resolves when large releases are arranged as well; nothing needs it but who wants to see them at their fastest. */
  arranged(): Promise<void>;
  close(): Promise<void>;
}

export interface ReleasedStoreOptions {
  readonly database: Database;
  readonly dataFolder: string;
  readonly clock: () => Date;
  /** Figures from which on a release is also kept in a second order, with a list of its series. */
  readonly large?: number;
}

/** Queries at a time; each uses both cores when it can. */
const connections = 4;
/** A release made by another process is seen after this time, in milliseconds. */
const recheck = 1000;

type Known = ReleaseHead & { readonly dataflow: Dataflow; readonly cacheable: CacheableRelease };

/** Opens the released figures for reading. The cache behind it fills by itself; until then the files are read. */
export async function openReleasedStore({
  database,
  dataFolder,
  clock,
  large,
}: ReleasedStoreOptions): Promise<OpenReleasedStore> {
  const folders = foldersOf(dataFolder);
  const file = await openCache(folders);
  const pool = await QueryPool.open(file, connections);
  const cache = await ReleaseCache.open(file, large);
  const dataflows = new Map<string, Dataflow>();
  let known: readonly Known[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  let caching: Promise<void> = Promise.resolve();
  let arranging: Promise<void> = Promise.resolve();
  let closed = false;

  async function look(): Promise<void> {
    const heads = await releaseHeads(database.owner);
    const found: Known[] = [];
    for (const head of heads) {
      const name = `${head.flow}/${head.release}`;
      const dataflow = dataflows.get(name) ?? (await readDataflow(database.owner, head.flow, head.release));
      dataflows.set(name, dataflow);
      const { sha256, restricted_sha256: restricted } = head;
      const folder = releaseFolder(folders, dataflow, head.release);
      found.push({
        ...head,
        dataflow,
        cacheable: {
          name,
          folder,
          sha256,
          restrictedSha256: restricted ?? undefined,
          structure: dataflow.structure,
          observations: head.observations,
        },
      });
    }
    known = found;
    lookedAt = clock().getTime();
    caching = caching.then(fill, fill);
    // A cache that cannot be filled costs time, not answers: the files are read instead.
    caching.catch(() => undefined);
  }

  /** The release in force for everyone, and one under embargo, of each flow. */
  async function fill(): Promise<void> {
    if (closed) return;
    const now = clock().getTime();
    const inForce = new Map<string, Known>();
    for (const release of known)
      if (release.withdrawn_at === null && !embargoed(release, now)) inForce.set(release.flow, release);
    const ahead = known.filter((release) => release.withdrawn_at === null && embargoed(release, now));
    const kept = [...inForce.values(), ...ahead].map(({ cacheable }) => cacheable);
    await cache.keep(kept, now);
    const arrange = (): Promise<void> => (closed ? Promise.resolve() : cache.arrange(kept));
    arranging = arranging.then(arrange, arrange);
    arranging.catch(() => undefined);
  }

  async function fresh(): Promise<readonly Known[]> {
    if (clock().getTime() - lookedAt < recheck && clock().getTime() >= lookedAt) return known;
    looking ??= look().finally(() => (looking = undefined));
    await looking;
    return known;
  }

  async function visible(actor: Actor, flow?: string): Promise<readonly Known[]> {
    const now = clock().getTime();
    return (await fresh()).filter(
      (release) =>
        (flow === undefined || release.flow === flow) &&
        release.withdrawn_at === null &&
        mayRead(actor, release.audience as Audience) &&
        (!embargoed(release, now) || mayRead(actor, 'office')),
    );
  }

  function present(release: Known, actor: Actor): ReleasedFlow {
    const audiences = audiencesOf(actor);
    const sees = audiences === 'all' || audiences.some((audience) => audience !== 'public');
    const { cacheable } = release;
    const arranged = (bound?: Bound): string =>
      sees ? cache.fullRelation(cacheable, audiences, bound) : cache.publicRelation(cacheable, bound);
    const series = sees && cacheable.restrictedSha256 !== undefined ? undefined : cache.seriesRelation(cacheable);
    return {
      flow: release.dataflow,
      release: release.release,
      releasedAt: release.released_at,
      relation: arranged(),
      arranged,
      ...(series !== undefined && { series }),
      observations: release.observations,
      sha256: release.sha256,
    };
  }

  return {
    async flows(actor) {
      const byFlow = new Map((await visible(actor)).map((release) => [release.flow, release.dataflow]));
      return [...byFlow.values()];
    },
    async current(flow, actor) {
      const latest = (await visible(actor, flowName(flow))).at(-1);
      return latest === undefined ? undefined : present(latest, actor);
    },
    async all(flow, actor) {
      return (await visible(actor, flowName(flow))).map((release) => present(release, actor));
    },
    stream: (sql: string, values?: readonly DuckDBValue[]): AsyncIterable<DuckDBDataChunk> => pool.stream(sql, values),
    rows: (sql, values) => pool.rows(sql, values),
    async refresh() {
      await look();
      await caching;
    },
    async arranged() {
      await caching;
      await arranging;
    },
    async close() {
      closed = true;
      await pool.close();
      await cache.close();
      await Promise.allSettled([caching, arranging]);
      file.close();
    },
  };
}

function embargoed({ embargo_until: until }: ReleaseHead, now: number): boolean {
  return until !== null && until.getTime() > now;
}
