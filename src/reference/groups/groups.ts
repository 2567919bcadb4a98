import { aggregates, countries, worldId } from '../areas/areas.ts';
import { lazily } from '../lazily.ts';
import { readTable } from '../table.ts';
import { otherGroupKinds, type Group } from './group.ts';
import groupTable from './groups.json' with { type: 'json' };

const m49Source = 'M49, September 2024';

interface Defined {
  readonly group: Group;
  readonly members: readonly string[];
  /** Groups whose members are members of this one. */
  readonly parts: readonly string[];
}

const regional: readonly Defined[] = /* @__PURE__ */ regionsOfM49();

function regionsOfM49(): readonly Defined[] {
  return aggregates.map((area) => ({
    group: {
      id: area.id,
      kind: area.level,
      name: area.name,
      unverified: area.unverified,
      membersUnverified: false,
      source: m49Source,
      labels: [],
    },
    members: countries.filter(({ region }) => area.id === worldId || region === area.id).map(({ id }) => id),
    parts: aggregates.filter(({ parent }) => parent === area.id).map(({ id }) => id),
  }));
}

const defined: readonly Defined[] = /* @__PURE__ */ readTable('groups', groupTable, (row) => ({
  group: {
    id: row.text('id'),
    kind: row.oneOf('kind', otherGroupKinds),
    name: row.sixNames(),
    unverified: row.unverified(),
    membersUnverified: row.flag('membersUnverified'),
    source: row.text('source'),
    labels: row.texts('labels'),
  },
  members: row.texts('members'),
  parts: row.texts('parts'),
}));

/** Every group, M49 first: a name that two groups share means the earlier one. */
export const groups: readonly Group[] = /* @__PURE__ */ everyGroup();

function everyGroup(): readonly Group[] {
  return [...regional, ...defined].map(({ group }) => group);
}

/** Ids of the countries of each group, parts included. */
export const memberIds = /* @__PURE__ */ lazily((): ReadonlyMap<string, ReadonlySet<string>> => {
  const all = new Map([...regional, ...defined].map((one) => [one.group.id, one]));
  const membersOf = (id: string): readonly string[] => {
    const one = all.get(id);
    return one === undefined ? [] : [...one.members, ...one.parts.flatMap(membersOf)];
  };
  return new Map([...all.keys()].map((id) => [id, new Set(membersOf(id))]));
});
