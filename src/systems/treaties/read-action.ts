import type { ActionData } from './actions-register.ts';
import { actionKinds, type ActionKind, type TreatyAction } from './status/action.ts';

const kinds = new Set<string>(actionKinds);
const isKind = (kind: string): kind is ActionKind => kinds.has(kind);

/** An entry of the log as the derivation reads it; undefined for one that lacks treaty, kind or participant. */
export function readAction(id: string, data: ActionData): TreatyAction | undefined {
  const { treaty, kind, participant, organization, articles = [], territories = [] } = data;
  const who = participant ?? organization;
  if (treaty === undefined || who === undefined || kind === undefined || !isKind(kind)) return undefined;
  const { deposited, knownBy, effect, withdraws, supersedes, objectsTo, precludes } = data;
  return {
    id,
    treaty,
    participant: who,
    kind,
    articles,
    territories,
    ...(deposited !== undefined && { deposited }),
    ...(knownBy !== undefined && { knownBy }),
    ...(effect !== undefined && { effect }),
    ...(withdraws !== undefined && { withdraws }),
    ...(supersedes !== undefined && { supersedes }),
    ...(objectsTo !== undefined && { objectsTo }),
    ...(precludes !== undefined && { precludes }),
  };
}
