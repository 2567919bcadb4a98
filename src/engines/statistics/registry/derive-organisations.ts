import type { Text } from '#kernel/i18n/say.ts';
import { flowName, type Dataflow } from '../model/structure.ts';
import type { Artefact, Item, OrganisationScheme, ProvisionAgreement } from './artefact.ts';

/** Who supplies the data of a flow. Without `flows` it supplies every flow of its agency. */
export interface DataProvider extends Item {
  readonly agency: string;
  /** Names `AGENCY:ID`. */
  readonly flows?: readonly string[];
}

/** Organisation schemes are not versioned: SDMX fixes them at 1.0. */
export const organisationVersion = '1.0.0';

/** One agency scheme per parent; an agency of the top level stands in `SDMX:AGENCIES`. */
export function deriveAgencies(ids: Iterable<string>, names: ReadonlyMap<string, Text>): readonly OrganisationScheme[] {
  const all = new Set<string>();
  for (const id of ids) {
    const parts = id.split('.');
    for (let length = 1; length <= parts.length; length += 1) all.add(parts.slice(0, length).join('.'));
  }
  all.add('SDMX');
  const schemes = Map.groupBy(all, (id) => (id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : 'SDMX'));
  return [...schemes].map(([agency, members]) => ({
    kind: 'agencyscheme',
    agency,
    id: 'AGENCIES',
    version: organisationVersion,
    name: { en: `Agencies of ${agency}` },
    description: { en: agency === 'SDMX' ? 'Agencies of the top level.' : `Agencies that belong to ${agency}.` },
    items: members.map((id) => ({ id: id.slice(id.lastIndexOf('.') + 1), name: names.get(id) ?? id })),
  }));
}

/** Data provider schemes, and one provision agreement for each flow and provider. An agency without providers is its own. */
export function deriveProvision(
  flows: readonly Dataflow[],
  given: readonly DataProvider[],
  names: ReadonlyMap<string, Text>,
): readonly Artefact[] {
  const agencies = new Set([...flows.map((flow) => flow.agency), ...given.map((provider) => provider.agency)]);
  const providers = [...agencies].flatMap((agency) => {
    const own = given.filter((provider) => provider.agency === agency);
    const id = agency.replaceAll('.', '_');
    return own.length > 0 ? own : [{ agency, id, name: names.get(agency) ?? agency }];
  });
  const schemes = [...Map.groupBy(providers, (provider) => provider.agency)].map(
    ([agency, items]): OrganisationScheme => ({
      kind: 'dataproviderscheme',
      agency,
      id: 'DATA_PROVIDERS',
      version: organisationVersion,
      name: { en: `Data providers of ${agency}` },
      description: { en: `Who supplies the data that ${agency} publishes.` },
      items,
    }),
  );
  const agreements = flows.flatMap((flow) =>
    providers
      .filter((provider) => provider.flows?.includes(flowName(flow)) ?? provider.agency === flow.agency)
      .map((provider) => agreement(flow, provider)),
  );
  return [...schemes, ...agreements];
}

function agreement(flow: Dataflow, provider: DataProvider): ProvisionAgreement {
  return {
    kind: 'provisionagreement',
    agency: flow.agency,
    id: `${flow.id}_${provider.id}`,
    version: flow.version,
    name: flow.name,
    description: { en: `Data of ${flow.agency}:${flow.id} supplied by ${provider.agency}:${provider.id}.` },
    flow: { kind: 'dataflow', agency: flow.agency, id: flow.id, version: flow.version },
    provider: {
      kind: 'dataproviderscheme',
      agency: provider.agency,
      id: 'DATA_PROVIDERS',
      version: organisationVersion,
      item: provider.id,
    },
  };
}
