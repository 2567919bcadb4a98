import type { Text } from '#kernel/i18n/say.ts';
import { listFlows } from '../../find-flow.ts';
import type { StatisticsContext } from '../../context.ts';
import { flowName } from '../../model/structure.ts';

export interface FlowChoice {
  readonly id: string;
  readonly name: Text;
  readonly mappings: readonly string[];
}

/** Flows as forms and filters offer them. */
export async function flowChoices(context: StatisticsContext): Promise<readonly FlowChoice[]> {
  return (await listFlows(context)).map(({ flow, mappings }) => ({
    id: flowName(flow),
    name: flow.name,
    mappings: Object.keys(mappings),
  }));
}
