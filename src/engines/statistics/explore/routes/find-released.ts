import { Problem } from '#kernel/errors/problem.ts';
import { say, translatorOf, type Language } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import { flowName, type Dataflow } from '../../model/structure.ts';
import { nearest } from '../nearest.ts';

/** The flow that an address names, with its release in force. Unknown ones are a Problem (not-found) that offers the nearest. */
export async function getFlowAt(
  store: ReleasedStore,
  actor: Actor,
  name: string,
  language: Language,
): Promise<{ flow: Dataflow; current: ReleasedFlow }> {
  const flows = await store.flows(actor);
  const found = flows.find((flow) => flowName(flow) === name);
  const current = found === undefined ? undefined : await store.current(found, actor);
  if (current !== undefined) return { flow: current.flow, current };
  const t = translatorOf(language);
  const near = nearest(name, flows, (flow) => [flowName(flow), flow.id, t(flow.name)]);
  throw new Problem(
    'not-found',
    near === undefined
      ? say('There are no data called “{name}”. The catalogue lists what there is.', { name })
      : say('There are no data called “{name}”. Did you mean {near}?', { name, near: flowName(near) }),
    { details: near === undefined ? {} : { nearest: flowName(near) } },
  );
}

/** A release by its number as an address writes it; undefined for what the reader cannot see. */
export async function findReleaseAt(
  store: ReleasedStore,
  actor: Actor,
  flow: Pick<Dataflow, 'agency' | 'id'>,
  number: number,
): Promise<ReleasedFlow | undefined> {
  return (await store.all(flow, actor)).find(({ release }) => release === number);
}

export function releaseNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Problem('not-found', say('“{text}” is not the number of a release.', { text }));
}
