export type { HttpEnv } from './env.ts';
export { createApp, type AppSettings } from './create-app.ts';
export { Metrics } from './metrics.ts';
export { sessionCookieOf, type ActorFinder } from './resolve-actor.ts';
export type { ProblemPage } from './answer-problem.ts';
export type { Readiness } from './health.ts';
export { openApiApp } from './open-api.ts';
export { declareDoor } from './declare-door.ts';
