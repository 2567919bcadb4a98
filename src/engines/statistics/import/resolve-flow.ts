import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { StatisticsContext } from '../context.ts';
import type { FlowDefinition } from '../definition.ts';
import { findFlow, getFlow } from '../find-flow.ts';
import { portalFlow, unodcPortal } from './unodc-portal.ts';

export interface Resolved {
  readonly definition: FlowDefinition;
  /** Name of the mapping; `sdmx-csv` reads files that name the flow's own columns. */
  readonly mapping: string;
  /** The flow was made just now. */
  readonly made: boolean;
}

export const sdmxCsv = 'sdmx-csv';

/** The flow and mapping that a file goes through; a flow that does not exist is made when the mapping can make one. */
export async function resolveFlow(
  context: Pick<StatisticsContext, 'database' | 'flows'>,
  flow: string,
  mapping?: string,
): Promise<Resolved> {
  const found = await findFlow(context, flow);
  if (found === undefined) {
    if (mapping !== unodcPortal.id)
      return { definition: await getFlow(context, flow), mapping: mapping ?? sdmxCsv, made: false };
    if (!/^[A-Z][A-Za-z0-9_.-]*:[A-Z][A-Za-z0-9_]*$/.test(flow)) {
      throw new Problem(
        'wrong-use',
        say('A flow is named AGENCY:FLOW in capital letters, such as UNODC:HOMICIDE; “{flow}” is not.', { flow }),
      );
    }
    return { definition: portalFlow(flow, {}), mapping, made: true };
  }
  const named = mapping ?? found.mapping ?? sdmxCsv;
  if (named !== sdmxCsv && found.mappings[named] === undefined) {
    throw new Problem(
      'invalid',
      say('The flow {flow} has no mapping “{mapping}”. It has: {mappings}.', {
        flow,
        mapping: named,
        mappings: [...Object.keys(found.mappings), sdmxCsv].join(', '),
      }),
    );
  }
  return { definition: found, mapping: named, made: false };
}
