import { findGroup, groups, membersOf } from '#reference/index.ts';
import { say, type Text } from '#kernel/i18n/say.ts';
import type { Artefact, CodelistArtefact, HierarchicalCode, HierarchicalCodelist } from './artefact.ts';

type Kind = (typeof groups)[number]['kind'];

/** Groupings of countries beside the regions of M49, which are the parents in the list of areas itself. */
const hierarchies: readonly { readonly id: string; readonly kind: Kind; readonly name: Text }[] = [
  { id: 'H_SDG_REGION', kind: 'sdg-region', name: say('Regions of the Sustainable Development Goals') },
  { id: 'H_DEVELOPMENT', kind: 'development', name: say('Groups of countries by development') },
  { id: 'H_ORGANIZATION', kind: 'organization', name: say('Regional organizations') },
  { id: 'H_PROGRAMME_REGION', kind: 'programme-region', name: say('Programme regions') },
];

/**
 * For data by area: a code list of the groups that are no code of the list of areas, and a hierarchy for each kind of grouping,
 * from the group to its countries. A group whose members no list at hand says stands without children, and says so.
 */
export function deriveGroupings(areas: CodelistArtefact): readonly Artefact[] {
  const { agency, id, version } = areas;
  const own = new Set(areas.items.map((code) => code.id));
  const others = groups.filter((group) => !own.has(group.id) && hierarchies.some(({ kind }) => kind === group.kind));
  const list: CodelistArtefact = {
    kind: 'codelist',
    agency,
    id: 'CL_GROUPING',
    version,
    name: say('Groups of countries'),
    description: say('Groups of countries that figures are given for, beside the regions of M49.'),
    items: others.map((group) => ({
      id: group.id,
      name: group.name,
      ...(group.membersUnverified && { description: say('Its members are unverified.') }),
    })),
  };
  // A country may stand in several groups of a hierarchy, and SDMX wants each of its ids once.
  const country = (group: string, code: string): HierarchicalCode => ({
    id: `${group}_${code}`,
    code: { kind: 'codelist', agency, id, version, item: code },
    children: [],
  });
  return [
    list,
    ...hierarchies.map(({ id: hierarchy, kind, name }): HierarchicalCodelist => ({
      kind: 'hierarchicalcodelist',
      agency,
      id: hierarchy,
      version,
      name,
      description: list.name,
      codes: others
        .filter((group) => group.kind === kind)
        .map((group) => ({
          id: group.id,
          code: { kind: 'codelist', agency, id: list.id, version, item: group.id },
          children: membersOf(findGroup(group.id) ?? group)
            .filter((member) => own.has(member.id))
            .map((member) => country(group.id, member.id)),
        })),
    })),
  ];
}
