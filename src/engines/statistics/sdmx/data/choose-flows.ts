import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedStore } from '../../model/released.ts';
import type { Dataflow } from '../../model/structure.ts';
import type { Artefact, ProvisionAgreement } from '../../registry/artefact.ts';
import type { Registry } from '../../registry/registry.ts';
import type { DataContext, ProviderChoice, Selection } from '../query/ast.ts';
import { noResults } from '../query/refuse.ts';
import { chooseVersions } from '../structure/select-artefacts.ts';

/** A flow whose data are asked for, and the provision agreements through which, when providers or agreements are named. */
export interface ChosenFlow {
  readonly flow: Dataflow;
  readonly agreements: readonly ProvisionAgreement[];
}

export interface FlowChoice {
  readonly context: DataContext;
  readonly select: Selection;
  readonly providers: readonly ProviderChoice[];
}

/** The flows with a release that the actor may see, among those that the query names. Refuses when there is none. */
export async function chooseFlows(
  registry: Registry,
  store: ReleasedStore,
  actor: Actor,
  choice: FlowChoice,
): Promise<readonly ChosenFlow[]> {
  const visible = await store.flows(actor);
  const contexts = choice.context === '*' ? (['dataflow'] as const) : [choice.context];
  const named = chooseVersions(
    registry.artefacts.filter((artefact) => contexts.some((context) => context === artefact.kind)),
    choice.select,
  );
  const agreements = registry.artefacts.filter((artefact) => artefact.kind === 'provisionagreement');
  const providers = understoodProviders(agreements, choice.providers);
  const chosen = visible.flatMap((flow): readonly ChosenFlow[] => {
    if (!named.some((artefact) => names(artefact, flow))) return [];
    const own = agreements.filter((agreement) => isFlow(agreement.flow, flow));
    const asked = own.filter(
      (agreement) =>
        (choice.context !== 'provisionagreement' || named.includes(agreement)) &&
        providers.some((provider) => isProvider(agreement, provider)),
    );
    if (choice.providers.length > 0) return asked.length === 0 ? [] : [{ flow, agreements: asked }];
    return [
      { flow, agreements: choice.context === 'provisionagreement' ? own.filter((one) => named.includes(one)) : [] },
    ];
  });
  if (chosen.length === 0) throw noResults();
  return chosen;
}

function names(artefact: Artefact, flow: Dataflow): boolean {
  if (artefact.kind === 'dataflow') return isFlow(artefact, flow);
  if (artefact.kind === 'datastructure') return isFlow(artefact, flow.structure);
  return artefact.kind === 'provisionagreement' && isFlow(artefact.flow, flow);
}

function isFlow(
  a: { readonly agency: string; readonly id: string; readonly version: string },
  b: { readonly agency: string; readonly id: string; readonly version: string },
): boolean {
  return a.agency === b.agency && a.id === b.id && a.version === b.version;
}

/** `A,B` names provider B of agency A; some clients join two providers so, which is believed when there is no such agency. */
function understoodProviders(
  agreements: readonly ProvisionAgreement[],
  asked: readonly ProviderChoice[],
): readonly ProviderChoice[] {
  return asked.flatMap((choice) => {
    const { agency } = choice;
    if (agency === undefined || agreements.some(({ provider }) => provider.agency === agency)) return [choice];
    return [{ id: agency }, { id: choice.id }];
  });
}

function isProvider({ provider }: ProvisionAgreement, choice: ProviderChoice): boolean {
  return provider.item === choice.id && (choice.agency === undefined || choice.agency === provider.agency);
}
