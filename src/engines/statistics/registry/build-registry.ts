import type { Text } from '#kernel/i18n/say.ts';
import type { Dataflow } from '../model/structure.ts';
import type { Artefact, Category } from './artefact.ts';
import { conformanceArtefacts, conformanceFlows, conformanceProviders } from './conformance.ts';
import { type DataProvider, deriveAgencies, deriveProvision } from './derive-organisations.ts';
import { deriveGroupings } from './derive-groupings.ts';
import { deriveFlow } from './derive-structure.ts';
import { deriveThemes } from './derive-themes.ts';
import { makeRegistry, type Registry } from './registry.ts';

/** Keeps the list of areas of this house, whose groupings are known. */
const houseAgency = 'MANDATA';

export interface RegistryInput {
  readonly flows: readonly Dataflow[];
  /** Names of agencies by full id (`MANDATA`, `MANDATA.DEMO`); one without a name is shown by its id. */
  readonly agencies?: Readonly<Record<string, Text>>;
  /** The tree of themes that flows are filed under. */
  readonly themes?: readonly Category[];
  readonly providers?: readonly DataProvider[];
  /** What definitions make besides: allowed constraints, metadata structures and flows, structure sets, processes … */
  readonly artefacts?: readonly Artefact[];
  /** Adds the agency MANDATA.CONFORMANCE, whose artefacts only a run of the conformance kit needs. */
  readonly conformance?: boolean;
}

/** Derives every maintainable artefact from the definitions. Of two artefacts with one identity the first is kept. */
export function buildRegistry(input: RegistryInput): Registry {
  const conformance = input.conformance === true;
  const flows = conformance ? [...input.flows, ...conformanceFlows] : input.flows;
  const providers = [...(input.providers ?? []), ...(conformance ? conformanceProviders : [])];
  const names = new Map(Object.entries(input.agencies ?? {}));
  const derived = flows.flatMap(deriveFlow);
  const areas = derived.find((one) => one.kind === 'codelist' && one.agency === houseAgency && one.id === 'CL_AREA');
  const artefacts: readonly Artefact[] = [
    ...derived,
    ...(areas?.kind === 'codelist' ? deriveGroupings(areas) : []),
    ...deriveProvision(flows, providers, names),
    ...deriveThemes(flows, input.themes ?? []),
    ...(input.artefacts ?? []),
    ...(conformance ? conformanceArtefacts : []),
  ];
  const agencies = [...artefacts.map((artefact) => artefact.agency), ...names.keys()];
  return makeRegistry([...deriveAgencies(agencies, names), ...artefacts]);
}
