import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from './context.ts';
import { actedBy } from './context.ts';
import type { FlowDefinition } from './definition.ts';
import type { DisclosureSummary } from './disclosure/disclosure-rule.ts';
import { english } from './english.ts';
import { getFlow } from './find-flow.ts';
import { statisticsOperations } from './operations.ts';
import { acceptedBatches } from './store/batches.ts';
import { acceptedRelation } from './store/cube/accepted-relation.ts';
import { moveIntoPlace } from './store/cube/durable.ts';
import { foldersOf, releaseFolder } from './store/cube/folders.ts';
import { inWorkshop } from './store/cube/workshop.ts';
import { describeRelease, writeRelease } from './store/cube/write-release.ts';
import { hideFigures } from './store/hide-figures.ts';
import { insertRelease, latestInForce, nextNumber } from './store/releases.ts';

export interface ReleaseOptions {
  readonly flow: string;
  readonly note?: string;
  /** Until then the release is the office's alone. */
  readonly embargoUntil?: Date;
}

export interface Released {
  readonly flow: string;
  readonly release: number;
  readonly observations: number;
  readonly sha256: string;
  readonly changes: { readonly new: number; readonly revised: number; readonly gone: number };
  /** What the flow's disclosure rule kept back; absent where it has none. */
  readonly hidden?: DisclosureSummary;
}

/**
 * Makes the next release of a flow from its accepted batches: files that never change again, and one row in the record.
 * Killed at any moment, it leaves nothing that anyone can see. Problems: `not-found`, `conflict` (nothing accepted), `unavailable` (disk).
 */
export async function releaseFlow(context: StatisticsContext, options: ReleaseOptions): Promise<Released> {
  authorize(context.actor, statisticsOperations.release);
  const definition = await getFlow(context, options.flow);
  const { flow } = definition;
  const folders = foldersOf(context.dataFolder);
  return inWorkshop(folders, (workshop) =>
    context.database.as(context.actor, async (transaction) => {
      // Two releases of one flow at a time would take the same number.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`statistics-release ${options.flow}`}, 0))`.execute(
        transaction,
      );
      const batches = await acceptedBatches(transaction, options.flow);
      if (batches.length === 0) {
        throw new Problem(
          'conflict',
          say('The flow {flow} has no accepted batch. Import a file and accept it first.', { flow: options.flow }),
        );
      }
      const release = await nextNumber(transaction, options.flow);
      const before = await latestInForce(transaction, options.flow);
      context.progress?.({ doing: 'releasing', rows: batches.reduce((sum, { rows }) => sum + rows, 0) });
      const accepted = await acceptedRelation(workshop, folders, flow.structure, batches);
      const draft = join(workshop.folder, 'release');
      const { disclosure: rule, audience, licence, publisher } = definition;
      const earlier = before === undefined ? undefined : releaseFolder(folders, flow, before.release);
      const hiding =
        rule === undefined
          ? undefined
          : await hideFigures(workshop, { rule, structure: flow.structure, accepted, audience, before: earlier });
      const hidden = hiding?.summary;
      const written = await writeRelease(workshop, {
        structure: flow.structure,
        accepted: hiding?.state ?? accepted,
        number: release,
        before: earlier,
        audience,
        folder: draft,
      });
      const at = context.clock();
      const { by, role } = actedBy(context.actor);
      const citation = citationOf(definition, options.flow, release, at, written.sha256);
      const { observations, sha256, restricted, changes } = written;
      await describeRelease(draft, {
        flow: options.flow,
        release,
        releasedAt: at.toISOString(),
        note: options.note,
        embargoUntil: options.embargoUntil?.toISOString(),
        observations,
        restricted,
        ...(hidden !== undefined && { hidden }),
        sha256,
        changes,
        citation,
        publisher,
        ...(licence !== undefined && { licence: { name: english(licence.name), url: licence.url } }),
        batches: batches.map(({ id, file_name: file, file_sha256: fileSha256 }) => ({ id, file, sha256: fileSha256 })),
        structure: flow.structure,
      });
      const place = releaseFolder(folders, flow, release);
      await moveIntoPlace(draft, place);
      try {
        await insertRelease(transaction, {
          flow: options.flow,
          release,
          note: options.note ?? null,
          sha256,
          restricted_sha256: written.restrictedSha256 ?? null,
          observations,
          restricted,
          added: changes.new,
          revised: changes.revised,
          gone: changes.gone,
          structure: JSON.stringify(flow),
          citation,
          embargo_until: options.embargoUntil ?? null,
          released_by: by,
          released_role: role,
          released_at: at,
          audience,
          hidden: hidden === undefined ? null : JSON.stringify(hidden),
          licence: licence === undefined ? null : JSON.stringify(licence),
          publisher,
        });
        await appendAudit(transaction, {
          actor: context.actor,
          action: statisticsOperations.release.id,
          subject: { kind: 'statistics-release', id: `${options.flow}/${release}` },
          audience,
          details: { sha256, observations, restricted, changes, ...(hidden !== undefined && { hidden }) },
          ...(context.request !== undefined && { request: context.request }),
        });
      } catch (error) {
        await rm(place, { recursive: true, force: true });
        throw error;
      }
      return {
        flow: options.flow,
        release,
        observations,
        sha256,
        changes,
        ...(hidden !== undefined && { hidden }),
      };
    }),
  );
}

/** The form of the DataCite recommendation: publisher (year). Title. Release. Identifier. */
function citationOf(
  { flow, publisher, licence }: FlowDefinition,
  name: string,
  release: number,
  at: Date,
  sha256: string,
): string {
  return `${publisher} (${at.getUTCFullYear()}). ${english(flow.name)}. ${name}, release ${release}, SHA-256 ${sha256.slice(0, 16)}.${licence === undefined ? '' : ` ${english(licence.name)}, ${licence.url}.`}`;
}
