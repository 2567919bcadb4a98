import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { type Actor, anonymous } from '#kernel/policy/actor.ts';
import type { ReleasedStore } from '../model/released.ts';
import type { Registry } from '../registry/registry.ts';
import { Vocabularies } from './data/vocabulary.ts';
import { answerAvailability } from './http/answer-availability.ts';
import { answerData } from './http/answer-data.ts';
import { answerSchema } from './http/answer-schema.ts';
import { answerStructures } from './http/answer-structure.ts';
import { refusal } from './http/refusal.ts';
import { readRequest, type SdmxEnv, type SdmxRequest } from './http/request.ts';
import type { Service } from './http/service.ts';
import { syntaxError } from './query/refuse.ts';

export interface SdmxSettings {
  /** What is defined; a function where definitions come and go, or depend on who asks. */
  readonly registry: Registry | ((actor: Actor) => Registry | Promise<Registry>);
  readonly store: ReleasedStore;
  readonly clock: () => Date;
  /** `https://statistics.example.org`, without a path. */
  readonly origin: string;
  /** Id of the organisation that messages come from; `MANDATA` by default. */
  readonly sender?: string;
}

/** The SDMX REST services: API 1.x under `/sdmx/rest`, API 2.x under `/sdmx/v2`. The actor is read from the context's `actor`. */
export function sdmxRoutes(settings: SdmxSettings): Hono<SdmxEnv> {
  return makeSdmx(settings).routes;
}

export interface Sdmx {
  readonly routes: Hono<SdmxEnv>;
  /** Reads what every flow's release in force holds, so that the first request need not wait for it. Call it after a release. */
  readonly warm: (actor?: Actor) => Promise<void>;
}

/** The services, and the means to prepare them. */
export function makeSdmx(settings: SdmxSettings): Sdmx {
  const service = makeService(settings);
  const warm = async (actor: Actor = anonymous) => {
    for (const flow of await service.store.flows(actor)) {
      const release = await service.store.current(flow, actor);
      if (release !== undefined) await service.vocabularies.of(release);
    }
  };
  return { routes: routesOf(service), warm };
}

function routesOf(service: Service): Hono<SdmxEnv> {
  const app = new Hono<SdmxEnv>();
  app.use(
    '/sdmx/*',
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'OPTIONS'],
      exposeHeaders: ['ETag', 'Last-Modified', 'Content-Language', 'Content-Disposition'],
      maxAge: 86_400,
    }),
  );
  app.get('/sdmx/rest/*', (c) => answer(c, 1));
  app.get('/sdmx/v2/*', (c) => answer(c, 2));
  app.all('/sdmx/*', (c) =>
    refusal(c, new Problem('not-implemented', say('This service is read with GET, under /sdmx/rest or /sdmx/v2.'))),
  );
  app.onError((error, c) => refusal(c, error));
  const answer = (c: Context<SdmxEnv>, api: 1 | 2) => dispatch(service, readRequest(c, api));
  return app;
}

function dispatch(service: Service, request: SdmxRequest): Promise<Response> {
  const [resource] = request.address.path;
  const { api } = request;
  if (resource === undefined) throw syntaxError(say('The address names nothing to ask for.'));
  if (resource === 'data') return answerData(service, request);
  if (resource === 'schema') return answerSchema(service, request);
  if (resource === (api === 1 ? 'availableconstraint' : 'availability')) return answerAvailability(service, request);
  if (resource === 'metadata' || resource === 'registration') {
    throw new Problem('not-implemented', say('Reference metadata and registrations are not served here.'));
  }
  if (api === 1) return answerStructures(service, request);
  if (resource !== 'structure') throw syntaxError(say('“{resource}” is not a part of this API.', { resource }));
  return answerStructures(service, request);
}

function makeService({ registry, store, clock, origin, sender }: SdmxSettings): Service {
  const firstSent = new Map<string, Date>();
  return {
    registry: async (actor) => (typeof registry === 'function' ? registry(actor) : registry),
    store,
    vocabularies: new Vocabularies(store),
    url: `${origin}/sdmx`,
    head: () => ({ id: `M${randomUUID().replaceAll('-', '')}`, prepared: clock(), sender: sender ?? 'MANDATA' }),
    firstSent: (tag) => {
      const known = firstSent.get(tag);
      if (known !== undefined) return known;
      const now = clock();
      firstSent.set(tag, now);
      const oldest = firstSent.keys().next().value;
      if (firstSent.size > 5000 && oldest !== undefined) firstSent.delete(oldest);
      return now;
    },
  };
}
