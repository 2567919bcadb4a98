import type { AvailabilityQuery, ComponentFilter, DataQuery, Key, Selection, StructureQuery } from '../query/ast.ts';

// One address per meaning, in the words of REST 2.x. Two addresses that ask the same, in either family, come out equal.

export function canonicalStructure(query: StructureQuery): string {
  const references = typeof query.references === 'string' ? query.references : query.references.join(',');
  const items = query.items.length === 0 ? '' : `/${query.items.join(',')}`;
  return `structure/${query.resource}/${selection(query.select)}${items}?detail=${query.detail}&references=${references}`;
}

export function canonicalData(query: DataQuery): string {
  const parameters = [
    ...query.filters.map(filter),
    `attributes=${query.attributes.join(',')}`,
    ...(query.dimensionAtObservation === undefined ? [] : [`dimensionAtObservation=${query.dimensionAtObservation}`]),
    ...(query.first === undefined ? [] : [`firstNObservations=${query.first}`]),
    ...(query.history ? ['includeHistory=true'] : []),
    ...(query.last === undefined ? [] : [`lastNObservations=${query.last}`]),
    `measures=${query.measures.join(',')}`,
    ...(query.updatedAfter === undefined ? [] : [`updatedAfter=${query.updatedAfter.toISOString()}`]),
  ];
  return `data/${dataPath(query)}?${parameters.join('&')}`;
}

export function canonicalAvailability(query: AvailabilityQuery): string {
  const components = query.components.length === 0 ? '*' : query.components.join(',');
  const parameters = [
    ...query.filters.map(filter),
    `mode=${query.mode}`,
    `references=${query.references.length === 0 ? 'none' : query.references.join(',')}`,
    ...(query.updatedAfter === undefined ? [] : [`updatedAfter=${query.updatedAfter.toISOString()}`]),
  ];
  return `availability/${dataPath(query)}/${components}?${parameters.join('&')}`;
}

function dataPath({
  context,
  select,
  keys,
  providers,
}: Pick<DataQuery, 'context' | 'select' | 'keys' | 'providers'>): string {
  const named = providers.map(({ agency, id }) => (agency === undefined ? id : `${agency}:${id}`)).join('+');
  return `${context}/${selection(select)}/${keys.length === 0 ? '*' : keys.map(keyText).join(',')}${named === '' ? '' : `@${named}`}`;
}

function selection({ agencies, ids, versions }: Selection): string {
  return [agencies, ids, versions].map((values) => values.join(',')).join('/');
}

function keyText(key: Key): string {
  return key.map((values) => (values.length === 0 ? '*' : values.join('+'))).join('.');
}

function filter({ component, alternatives }: ComponentFilter): string {
  const all = alternatives.map((conditions) =>
    conditions.map(({ operator, value }) => `${operator}:${value}`).join('+'),
  );
  return `c[${component}]=${all.join(',')}`;
}
