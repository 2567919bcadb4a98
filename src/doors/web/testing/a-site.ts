import type { Hono } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { sessionCookieOf } from '#kernel/http/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { findActorBySessionToken, type Oidc } from '#kernel/identity/index.ts';
import { anIdentity } from '#kernel/identity/testing/an-identity.ts';
import { anonymous, type Actor, type AccountActor } from '#kernel/policy/index.ts';
import { nothingFound, type SearchAnswer, type SearchQuery } from '#kernel/search/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { siteForTest, type TestSite } from '#kernel/ui/testing/site.ts';
import { getCookie } from 'hono/cookie';
import { buildIfNeeded } from '../../../../scripts/build.ts';
import { aBackground } from './a-background.ts';
import { problemPage, webRoutes, type ErrorReport, type FrontProps, type WebHouse } from '../index.ts';

const navigation = [
  { id: 'places', label: say('Countries and areas'), path: '/places' },
  { id: 'statistics', label: say('Statistics'), path: '/statistics' },
  { id: 'findings', label: say('Findings'), path: '/findings', roles: ['statistician'], group: say('Statistics') },
  { id: 'guide', label: say('Style guide'), path: '/styleguide', roles: ['statistician'], group: say('Statistics') },
] as const;

/** The site over identity in memory. `actor` pretends that somebody is signed in; without it the cookie decides. */
export async function aSite(
  given: {
    actor?: AccountActor;
    origin?: string;
    /** A browser believes its own clock, and forgets cookies that are over by it. */
    clock?: () => Date;
    front?: FrontProps;
    oidc?: Oidc;
    site?: TestSite;
    mount?: (app: Hono<UiEnv>) => void;
    /** Collects what is asked of the work in the background. */
    acts?: string[];
  } = {},
) {
  const origin = given.origin ?? 'http://localhost';
  const house = await anIdentity({ origin, ...(given.clock && { clock: given.clock }) });
  const reports: ErrorReport[] = [];
  const web: WebHouse = {
    identity: house.context,
    oidc: given.oidc,
    scopesOf: () => [
      { scope: 'identity.*', label: say('Accounts and signing in'), operations: ['identity.own.sessions'] },
      { scope: 'statistics.*', label: say('Statistics'), operations: ['statistics.import', 'statistics.read'] },
    ],
    search: { find: findNothingBut },
    searchKinds: { country: say('Countries and areas') },
    front: async () => given.front ?? { figures: [], topics: [], releases: [] },
    reportError: async (report) => void reports.push(report),
    background: aBackground(given.acts),
  };
  const { dist } = await buildIfNeeded();
  const app = await siteForTest(
    { navigation, demonstration: true, ...given.site },
    (app) => {
      app.use(async (c, next) => {
        c.set('actor', given.actor ?? (await actorOf(getCookie(c, sessionCookieOf(origin)))));
        c.set('address', '192.0.2.1');
        await next();
      });
      given.mount?.(app);
      app.route('/', webRoutes(web));
      app.onError(async (error, c) => {
        const problem =
          error instanceof Problem
            ? error
            : new Problem('unavailable', say('Something went wrong on our side.'), { cause: error });
        return (await problemPage(c, problem)) ?? c.json({ title: problem.message }, problem.status as 400);
      });
      app.notFound(
        async (c) =>
          (await problemPage(c, new Problem('not-found', say('There is nothing at this address.')))) ?? c.json({}, 404),
      );
    },
    dist,
  );
  const actorOf = async (token: string | undefined): Promise<Actor> =>
    (token === undefined ? undefined : await findActorBySessionToken(house.context, token)) ?? anonymous;
  return { app, reports, ...house };
}

/** A search that knows one country and one figure of the demonstration. */
function findNothingBut({ text, page }: SearchQuery): SearchAnswer {
  if (!/ken/i.test(text) || page > 1) return nothingFound;
  const hit = {
    id: 'area/KEN',
    kind: 'country',
    path: '/places/KEN',
    title: 'Kenya',
    titleLanguage: 'en',
    titleMarks: [],
    snippet: { text: 'Persons held in Kenya <b>2024</b>', language: 'en', marks: [[16, 21]] },
    score: 1,
    demonstration: false,
  } as const;
  return {
    ...nothingFound,
    total: 1,
    hits: [hit],
    kinds: [
      { kind: 'country', count: 1 },
      { kind: 'figure', count: 0 },
    ],
    demonstration: [{ ...hit, id: 'demo/KEN', kind: 'figure', demonstration: true }],
  };
}
