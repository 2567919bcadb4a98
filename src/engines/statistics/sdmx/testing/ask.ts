import { buildRegistry } from '../../registry/build-registry.ts';
import { sdmxRoutes } from '../routes.ts';
import { prisonReleases, prisons } from './flows.ts';
import { memoryStore } from './memory-store.ts';

/** What came back, read to its end. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A service over the prison fixture that tests ask in the words of the API. */
export async function aService(clock: () => Date = () => new Date('2025-01-01T00:00:00Z')) {
  const store = await memoryStore(prisonReleases);
  const app = sdmxRoutes({
    registry: buildRegistry({ flows: [prisons] }),
    store,
    clock,
    origin: 'https://example.org',
  });
  const ask = async (address: string, headers: Record<string, string> = {}): Promise<Heard> => {
    const response = await app.request(`/sdmx/${address}`, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { ask, app, store, close: () => store.close() };
}
