import type { OpenReleasedStore } from '#engines/statistics/index.ts';

const isDemonstration = (agency: string): boolean => agency.endsWith('.DEMO');

/** The released figures without the demonstration's, for a folder that has it and hides it. */
export function hideDemonstration(store: OpenReleasedStore): OpenReleasedStore {
  return {
    ...store,
    flows: async (actor) => (await store.flows(actor)).filter(({ agency }) => !isDemonstration(agency)),
    current: async (flow, actor) => (isDemonstration(flow.agency) ? undefined : store.current(flow, actor)),
    all: async (flow, actor) => (isDemonstration(flow.agency) ? [] : store.all(flow, actor)),
  };
}
