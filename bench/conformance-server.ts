import { serve } from '@hono/node-server';
import { buildRegistry } from '#engines/statistics/registry/build-registry.ts';
import { sdmxRoutes } from '#engines/statistics/sdmx/routes.ts';
import { conformanceRelease } from '#engines/statistics/sdmx/testing/conformance-data.ts';
import { memoryStore } from '#engines/statistics/sdmx/testing/memory-store.ts';

// Serves the agency MANDATA.CONFORMANCE over invented data, for a run of the official SDMX conformance kit:
//   node bench/conformance-server.ts [PORT]
// API 1.x is then at http://127.0.0.1:PORT/sdmx/rest, API 2.x at http://127.0.0.1:PORT/sdmx/v2.

const port = Number(process.argv[2] ?? 8091);
const store = await memoryStore([conformanceRelease()]);
const app = sdmxRoutes({
  registry: buildRegistry({
    flows: [],
    agencies: { MANDATA: 'Mandata', 'MANDATA.DEMO': 'Demonstration' },
    conformance: true,
  }),
  store,
  clock: () => new Date(),
  origin: `http://127.0.0.1:${port}`,
});
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
  process.stderr.write(`http://127.0.0.1:${port}/sdmx/rest and /sdmx/v2\n`);
});
