import { isDemonstration, type OpenReleasedStore } from '#engines/statistics/index.ts';

/** The released figures without the demonstration's, for a folder that has it and hides it. */
export function hideDemonstration(store: OpenReleasedStore): OpenReleasedStore {
  return {
    ...store,
    flows: async (actor) => (await store.flows(actor)).filter((flow) => !isDemonstration(flow)),
    current: async (flow, actor) => (isDemonstration(flow) ? undefined : store.current(flow, actor)),
    all: async (flow, actor) => (isDemonstration(flow) ? [] : store.all(flow, actor)),
  };
}
