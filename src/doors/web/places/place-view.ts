import { areaName, findArea, findGroup, groupsOf, membersOf, partsOf, type Area } from '#reference/index.ts';
import { say, sorted, type Language, type Message } from '#kernel/i18n/index.ts';
import type { PlacePart } from '#kernel/places/index.ts';
import type { PlaceProps } from './pages/place.tsx';

/** What the page of a place shows: who it is, what the house knows of it, and what is near. Undefined for an unknown code. */
export function placeView(code: string, language: Language, parts: readonly PlacePart[]): PlaceProps | undefined {
  const area = findArea(code);
  const group = findGroup(code);
  if (area === undefined && group === undefined) return undefined;
  const id = area?.id ?? group?.id ?? code;
  const named = (ids: readonly string[]) =>
    sorted(
      language,
      ids.map((each) => ({ id: each, name: nameOf(each, language) })),
      (each) => each.name,
    );
  const related: PlaceProps['related'] = [
    ...(area?.kind === 'country' && partsOf(area.id).length > 0
      ? [{ title: say('Parts that report for themselves'), places: named(partsOf(area.id).map((part) => part.id)) }]
      : []),
    ...(area?.kind === 'sub-national' ? [{ title: say('Part of'), places: named([area.parent]) }] : []),
    ...(area?.kind === 'country'
      ? [
          {
            title: say('Regions and groups'),
            places: named(
              ['WORLD', ...groupsOf(area).map((each) => each.id)].filter((each, at, all) => all.indexOf(each) === at),
            ),
          },
        ]
      : []),
    ...(area?.kind !== 'country' && group !== undefined
      ? [{ title: say('Countries and areas'), places: named(membersOf(group).map((country) => country.id)) }]
      : []),
  ];
  return {
    id,
    name: nameOf(id, language),
    kind: kindOf(area),
    facts: factsOf(area),
    parts: parts.toSorted((one, other) => one.order - other.order),
    related,
  };
}

function nameOf(id: string, language: Language): string {
  return findArea(id) === undefined ? (findGroup(id)?.name[language] ?? id) : areaName(id, language);
}

function kindOf(area: Area | undefined): Message {
  if (area === undefined) return say('Group of countries');
  switch (area.kind) {
    case 'country':
      return area.membership === 'member-state'
        ? say('Member State')
        : area.membership === 'observer'
          ? say('Observer State')
          : say('Area');
    case 'sub-national':
      return say('Part of a country');
    case 'aggregate':
      return area.level === 'world' ? say('World') : say('Region');
  }
}

function factsOf(area: Area | undefined): PlaceProps['facts'] {
  if (area?.kind !== 'country') return [];
  return [
    { label: say('ISO 3166-1'), value: [area.alpha3, area.alpha2].filter((each) => each !== undefined).join(' · ') },
    ...(area.m49 === undefined ? [] : [{ label: say('M49'), value: area.m49 }]),
  ];
}
