import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { StatisticsContext } from './context.ts';
import type { FlowDefinition } from './definition.ts';
import { flowName } from './model/structure.ts';
import { findStoredFlow, listStoredFlows } from './store/stored-flows.ts';

/** The definition of a flow, from the systems or from what files made; undefined when there is none. */
export async function findFlow(
  context: Pick<StatisticsContext, 'database' | 'flows'>,
  name: string,
): Promise<FlowDefinition | undefined> {
  return context.flows.find(({ flow }) => flowName(flow) === name) ?? (await findStoredFlow(context.database, name));
}

export async function getFlow(
  context: Pick<StatisticsContext, 'database' | 'flows'>,
  name: string,
): Promise<FlowDefinition> {
  const found = await findFlow(context, name);
  if (found === undefined) {
    throw new Problem(
      'not-found',
      say('There is no flow {flow}. “mandata statistics flows” lists them; importing with a named mapping makes one.', {
        flow: name,
      }),
    );
  }
  return found;
}

/** Every flow of the house, those of the systems first. */
export async function listFlows(
  context: Pick<StatisticsContext, 'database' | 'flows'>,
): Promise<readonly FlowDefinition[]> {
  const own = new Set(context.flows.map(({ flow }) => flowName(flow)));
  const stored = await listStoredFlows(context.database);
  return [...context.flows, ...stored.filter(({ flow }) => !own.has(flowName(flow)))];
}
