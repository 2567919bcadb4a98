import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { TrustedProxy } from '#kernel/config/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Log } from '#kernel/log/index.ts';
import { answerProblem, type ProblemPage } from './answer-problem.ts';
import { clientAddress } from './client-address.ts';
import type { HttpEnv } from './env.ts';
import { healthRoutes, type Readiness } from './health.ts';
import type { Metrics } from './metrics.ts';
import { publicCors } from './public-cors.ts';
import { rateLimit } from './rate-limit.ts';
import { refuseNulInAddress, refuseNulInBody } from './refuse-nul.ts';
import { requestId } from './request-id.ts';
import { resolveActor, type ActorFinder } from './resolve-actor.ts';
import { sameOrigin } from './same-origin.ts';
import { shedLoad } from './shed-load.ts';

export interface AppSettings {
  readonly log: Log;
  readonly clock: () => Date;
  readonly origin?: string | undefined;
  readonly trustProxy: TrustedProxy;
  readonly metrics: Metrics;
  readonly actors: ActorFinder;
  readonly readiness: () => Promise<Readiness>;
  readonly problemPage: ProblemPage;
  /** Requests under way beyond which further ones are sent away for a while. */
  readonly mostInFlight?: number;
  /** Bytes of a request's body; uploads of files have their own, larger limit in their route. */
  readonly mostBody?: number;
  readonly uploadPaths?: RegExp;
}

/** The steps that every request walks through, and then the doors' and engines' routes. */
export function createApp(settings: AppSettings, mount: (app: Hono<HttpEnv>) => void): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { metrics } = settings;
  app.onError(answerProblem(settings.problemPage));
  app.use(requestId(settings.log, settings.trustProxy !== false), metrics.measure());
  app.route('/', healthRoutes(settings.readiness, metrics));
  app.use(refuseNulInAddress(), clientAddress(settings.trustProxy));
  app.use(shedLoad(settings.mostInFlight ?? 400, metrics.gauge));
  app.use('/api/*', publicCors());
  app.use(resolveActor(settings.actors, settings.origin), sameOrigin(settings.origin));
  app.use(rateLimit({ burst: 120, perSecond: 20, clock: settings.clock }));
  const limit = bodyLimit({ maxSize: settings.mostBody ?? 1_000_000, onError: refuseBody });
  app.use(async (c, next) => {
    if (settings.uploadPaths?.test(c.req.path) === true) return next();
    return limit(c, async () => {
      await refuseNulInBody(c);
      await next();
    });
  });
  mount(app);
  app.notFound((c) =>
    answerProblem(settings.problemPage)(new Problem('not-found', say('There is nothing at this address.')), c),
  );
  return app;
}

function refuseBody(): never {
  throw new Problem('too-large', say('The request is larger than this address takes.'));
}
