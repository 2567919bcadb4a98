import { say } from '#kernel/i18n/say.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import type { Dataflow } from '../../model/structure.ts';
import type { ProvisionAgreement } from '../../registry/artefact.ts';
import type { DataQuery } from '../query/ast.ts';
import { syntaxError } from '../query/refuse.ts';
import type { ChosenFlow } from './choose-flows.ts';
import { and, boundBy, column, filterConditions, keysCondition, type Sql } from './where.ts';

type Action = 'Information' | 'Replace' | 'Delete';

/** One data set of an answer: observations of one flow, in one release. */
export interface DataSet {
  readonly flow: Dataflow;
  readonly agreement?: ProvisionAgreement;
  readonly release: ReleasedFlow;
  readonly action: Action;
  /** From when, and until when, these data were in force; given when history or changes are asked for. */
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** A FROM clause's content and the condition on it. */
  readonly relation: string;
  readonly where: Sql;
}

/** The data sets that answer a query on one flow: the release in force, its past ones, or what changed since a moment. */
export async function dataSetsOf(
  store: ReleasedStore,
  actor: Actor,
  chosen: ChosenFlow,
  query: DataQuery,
): Promise<readonly DataSet[]> {
  const { flow } = chosen;
  const { structure } = flow;
  const where = and([...keysCondition(structure, query.keys), ...filterConditions(structure, query.filters)]);
  const agreement = chosen.agreements[0];
  const base = (release: ReleasedFlow) => ({
    flow,
    ...(agreement === undefined ? {} : { agreement }),
    release,
    relation: release.arranged?.(boundBy(structure, query.keys)) ?? release.relation,
    where,
  });
  const { asOf, updatedAfter } = query;
  if (asOf !== undefined && updatedAfter !== undefined && updatedAfter > asOf) {
    throw syntaxError(say('updatedAfter must not be later than asOf.'));
  }
  if (!query.history && asOf === undefined && updatedAfter === undefined) {
    const release = await store.current(flow, actor);
    return release === undefined ? [] : [{ ...base(release), action: 'Information' }];
  }
  const all = (await store.all(flow, actor)).filter(({ releasedAt }) => asOf === undefined || releasedAt <= asOf);
  const latest = asOf === undefined ? await store.current(flow, actor) : all.at(-1);
  const recent = all.filter(({ releasedAt }) => updatedAfter === undefined || releasedAt > updatedAfter);
  if (query.history) {
    return recent.map((release, index) => {
      const next = recent[index + 1]?.releasedAt;
      return {
        ...base(release),
        action: 'Replace',
        validFrom: release.releasedAt,
        ...(next === undefined ? {} : { validTo: next }),
      };
    });
  }
  if (latest === undefined) return [];
  if (updatedAfter === undefined) return [{ ...base(latest), action: 'Information', validFrom: latest.releasedAt }];
  const before = all.findLast(({ releasedAt }) => releasedAt <= updatedAfter);
  if (before === undefined) return [{ ...base(latest), action: 'Replace', validFrom: latest.releasedAt }];
  return changes(base, before, latest);
}

/** What a client that knows one release must replace and delete to know another. */
function changes(
  base: (release: ReleasedFlow) => Omit<DataSet, 'action'>,
  before: ReleasedFlow,
  latest: ReleasedFlow,
): readonly DataSet[] {
  if (latest.release <= before.release) return [];
  const replaced = base(latest);
  const key = [...replaced.flow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'].map(column).join(', ');
  return [
    {
      ...replaced,
      action: 'Replace',
      validFrom: latest.releasedAt,
      where: and([replaced.where, { text: '"_since" > ?', values: [before.release] }]),
    },
    {
      ...base(before),
      action: 'Delete',
      validTo: latest.releasedAt,
      relation: `(SELECT gone.* FROM ${before.relation} AS gone ANTI JOIN ${latest.relation} AS kept USING (${key}))`,
    },
  ];
}
