import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import type { ContentConstraint, Reference } from '../../registry/artefact.ts';
import type { DataStructure } from '../../model/structure.ts';
import type { AvailabilityQuery, Key } from '../query/ast.ts';
import { say } from '#kernel/i18n/say.ts';
import { syntaxError } from '../query/refuse.ts';
import type { Vocabularies, Vocabulary } from './vocabulary.ts';
import { and, boundBy, column, filterConditions, keysCondition, type Sql } from './where.ts';

/** Id of the constraint that says what data a flow has. */
function actualConstraintId(flow: { readonly id: string }): string {
  return `ACTUAL_${flow.id}`;
}

/** What the release in force of every flow holds, as actual constraints. */
export async function actualConstraints(
  store: ReleasedStore,
  vocabularies: Vocabularies,
  actor: Actor,
): Promise<readonly ContentConstraint[]> {
  const constraints = [];
  for (const flow of await store.flows(actor)) {
    const release = await store.current(flow, actor);
    if (release !== undefined)
      constraints.push(constraintOf(release, wholeRelease(release, await vocabularies.of(release))));
  }
  return constraints;
}

interface Found {
  readonly region: Readonly<Record<string, readonly string[]>>;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly series: number;
  readonly observations: number;
}

/** What a query finds available in a release. Undefined where nothing matches. */
export async function availableIn(
  store: ReleasedStore,
  vocabularies: Vocabularies,
  release: ReleasedFlow,
  before: ReleasedFlow | undefined,
  query: AvailabilityQuery,
): Promise<ContentConstraint | undefined> {
  const { structure } = release.flow;
  const known = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const unknown = query.components.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw syntaxError(
      say('Availability is known for {known}, not for “{unknown}”.', { known: known.join(', '), unknown }),
    );
  }
  const asked = query.components.length === 0 ? structure.dimensions.map(({ id }) => id) : query.components;
  const free = query.keys.length === 0 && query.filters.length === 0 && query.updatedAfter === undefined;
  const found = free
    ? wholeRelease(release, await vocabularies.of(release))
    : await search(store, release, before, query, asked);
  if (found.observations === 0) return undefined;
  const region = Object.fromEntries(
    asked.flatMap((id) => (found.region[id] === undefined ? [] : [[id, found.region[id]]])),
  );
  return constraintOf(release, { ...found, region });
}

async function search(
  store: ReleasedStore,
  release: ReleasedFlow,
  before: ReleasedFlow | undefined,
  query: AvailabilityQuery,
  asked: readonly string[],
): Promise<Found> {
  const { structure } = release.flow;
  const since: readonly Sql[] = before === undefined ? [] : [{ text: '"_since" > ?', values: [before.release] }];
  // What is asked of whole series is answered from their list, where there is one.
  const whole =
    before === undefined &&
    [...asked, ...query.filters.map(({ component }) => component)].every((id) =>
      structure.dimensions.some((dimension) => dimension.id === id),
    );
  const series = whole ? release.series : undefined;
  const relation = series ?? release.arranged?.(boundBy(structure, query.keys)) ?? release.relation;
  const where = (skip?: string) =>
    and([...keysCondition(structure, query.keys, skip), ...filterConditions(structure, query.filters, skip), ...since]);
  // What every key binds to one value needs no search, unless its own filter is to be lifted.
  const settled = query.mode === 'exact' ? settledValues(structure, query.keys) : new Map<string, string>();
  const open = asked.filter((id) => !settled.has(id));
  // `available` lists, for each component, what could be asked for if that component's own filter were lifted.
  const lists = open.map((id, index) => {
    const condition = where(query.mode === 'available' ? id : undefined);
    const text = `SELECT ${index} AS c, v FROM (SELECT DISTINCT ${column(id)} AS v FROM ${query.mode === 'available' ? (series ?? release.relation) : relation} WHERE ${condition.text})`;
    return { text, values: condition.values };
  });
  const region: Record<string, string[]> = Object.fromEntries(
    asked.map((id) => [id, settled.has(id) ? [settled.get(id) ?? ''] : []]),
  );
  const values =
    lists.length === 0
      ? []
      : await store.rows(
          `${lists.map(({ text }) => text).join(' UNION ALL ')} ORDER BY c, v`,
          lists.flatMap((list) => list.values),
        );
  for (const row of values) region[open[Number(row['c'])] ?? '']?.push(String(row['v']));
  const exact = where();
  const keys = structure.dimensions.map(({ id }) => column(id)).join(', ');
  const counts =
    series === undefined
      ? `count(*) AS o, count(DISTINCT (${keys})) AS n`
      : 'coalesce(sum("_observations"), 0) AS o, count(*) AS n';
  const [facts] = await store.rows(
    `SELECT CAST(min("_start") AS VARCHAR) AS s, CAST(max("_end") AS VARCHAR) AS e, ${counts} FROM ${relation} WHERE ${exact.text}`,
    exact.values,
  );
  return {
    region,
    start: typeof facts?.['s'] === 'string' ? facts['s'] : undefined,
    end: typeof facts?.['e'] === 'string' ? facts['e'] : undefined,
    series: Number(facts?.['n'] ?? 0),
    observations: Number(facts?.['o'] ?? 0),
  };
}

/** Dimensions that the only key binds to one value. */
function settledValues(structure: DataStructure, keys: readonly Key[]): ReadonlyMap<string, string> {
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return new Map();
  return new Map(
    structure.dimensions.flatMap(({ id }, place): [string, string][] => {
      const [value, ...more] = key[place] ?? [];
      return value === undefined || more.length > 0 ? [] : [[id, value]];
    }),
  );
}

function wholeRelease(release: ReleasedFlow, vocabulary: Vocabulary): Found {
  const ids = [...release.flow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  return {
    region: Object.fromEntries(ids.map((id) => [id, vocabulary.values.get(id) ?? []])),
    start: vocabulary.start,
    end: vocabulary.end,
    series: vocabulary.series,
    observations: vocabulary.observations,
  };
}

function constraintOf(release: ReleasedFlow, found: Found): ContentConstraint {
  const { agency, id, version, name, structure } = release.flow;
  const attachedTo: Reference = { kind: 'dataflow', agency, id, version };
  const dimensions = structure.dimensions.map((dimension) => dimension.id);
  const region = Object.entries(found.region).filter(
    ([component]) => dimensions.includes(component) || Object.keys(found.region).length === 1,
  );
  return {
    kind: 'contentconstraint',
    agency,
    id: actualConstraintId(release.flow),
    version,
    name,
    description: { en: `What the data of ${agency}:${id} hold.` },
    type: 'Actual',
    attachedTo,
    region: Object.fromEntries(region),
    ...(found.start === undefined || found.end === undefined ? {} : { period: { start: found.start, end: found.end } }),
    counts: { series_count: found.series, obs_count: found.observations },
  };
}
