import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { auditMigrations } from '#kernel/audit/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { createApp, Metrics, type HttpEnv } from '#kernel/http/index.ts';
import { identityMigrations } from '#kernel/identity/index.ts';
import { openLog } from '#kernel/log/index.ts';
import { anonymous, type AccountActor, type Actor, type Role } from '#kernel/policy/index.ts';
import { assetRoutes, underLanguage, type Ui, type UiEnv } from '#kernel/ui/index.ts';
import { duplicateKey, jump, partsOfTotal } from '../../checks/constructors.ts';
import type { FlowDefinition } from '../../definition.ts';
import { openIndicators } from '../../indicators/open-indicators.ts';
import { statisticsMigrations } from '../../migrations.ts';
import { foldersOf } from '../../store/cube/folders.ts';
import { openReleasedStore } from '../../store/cube/open-released-store.ts';
import { aFlow, csvOf, type Figure } from '../../testing/a-flow.ts';
import { filesIn } from '../../testing/files-in.ts';
import { statisticsApi } from '../api.ts';
import type { WorkDeps } from '../deps.ts';
import { workMigrations } from '../migrations.ts';
import { workPageRoutes } from '../page-routes.ts';

const office = { id: 'office', name: 'Research unit', kind: 'secretariat' } as const;
const person = (id: string, role: Role, organization: AccountActor['organization']): AccountActor => ({
  kind: 'account',
  id,
  email: `${id}@example.org`,
  name: id,
  role,
  organization,
  assurance: { secondFactor: true, recent: true },
});

/** One of each kind that meets figures. */
export const people = {
  visitor: anonymous,
  statistician: person('statistician-1', 'statistician', office),
  reportWriter: person('report-writer-1', 'report-writer', office),
  ofKenya: person('focal-ken', 'focal-point', { id: 'ken', name: 'Ministry of Kenya', kind: 'state', state: 'KEN' }),
  ofPeru: person('focal-per', 'focal-point', { id: 'per', name: 'Ministry of Peru', kind: 'state', state: 'PER' }),
} as const satisfies Readonly<Record<string, Actor>>;

/** Kenya's figures jump in 2020 and its parts do not make the total; one row of Peru is no figure; one key is given twice. */
export const figures: readonly Figure[] = [
  ...Array.from({ length: 8 }, (_, year): Figure => [
    'KEN',
    'Held',
    'Total',
    'Counts',
    2012 + year,
    40_000 + year * 500,
  ]),
  ['KEN', 'Held', 'Total', 'Counts', 2020, 140_000],
  ['KEN', 'Held', 'Male', 'Counts', 2019, 40_000],
  ['KEN', 'Held', 'Female', 'Counts', 2019, 9_000],
  ['PER', 'Held', 'Total', 'Counts', 2019, 95_000],
  ['PER', 'Held', 'Total', 'Counts', 2018, '<5'],
  ['PER', 'Held', 'Total', 'Counts', 2017, 'many'],
  ['PER', 'Deaths', 'Total', 'Counts', 2019, 10],
  ['PER', 'Deaths', 'Total', 'Counts', 2019, 12],
];
export const fixture = csvOf(figures);

/** A page as routes ask for it: the name and the props, without a browser build. */
export const uiForTest: Ui = {
  dist: '',
  navigation: [],
  demonstration: false,
  built: {
    pages: {
      kinds: new Proxy({}, { get: () => 'public' }),
      render: async ({ page, props, context }) =>
        JSON.stringify({ page, props, title: context.title, query: context.query }),
    },
    assetsOf: () => ({ styles: [], scripts: [], preloads: [] }),
    messagesOf: () => [],
  },
};

export interface ShownPage {
  readonly page: string;
  // Whatever the page was given; tests look into it loosely.
  readonly props: Readonly<Record<string, never>>;
}

/** A whole statistics engine over a database in memory, with the workspace and its API in the shell that every request walks through. */
export async function aWorkHouse(options: { flows?: readonly FlowDefinition[]; ui?: Ui } = {}) {
  const flows = options.flows ?? [
    aFlow([
      duplicateKey(),
      partsOfTotal({ dimension: 'SEX', parts: ['M', 'F'] }),
      jump({ of: { UNIT_MEASURE: 'NUMBER' } }),
    ]),
  ];
  const dataFolder = await mkdtemp(join(tmpdir(), 'mandata-work-'));
  const database = await aDatabase([
    ...identityMigrations,
    ...auditMigrations,
    ...statisticsMigrations,
    ...workMigrations,
  ]);
  const time = { now: new Date('2026-03-01T12:00:00Z') };
  const clock = (): Date => time.now;
  const store = await openReleasedStore({ database, dataFolder, clock });
  const acting: { as: Actor } = { as: people.statistician };
  const deps: WorkDeps = {
    context: (actor, more = {}) => ({
      database,
      dataFolder,
      files: filesIn(join(dataFolder, 'files')),
      clock,
      actor,
      flows,
      ...more,
    }),
    store,
    indicators: openIndicators([], store, { groups: [], parts: new Map(), isCountry: () => true }),
    dataFolder,
    clock,
    afterChange: () => store.refresh(),
    people: async (_, ids) =>
      new Map(
        ids.map((id) => [id, { role: 'statistician', organization: { name: office.name }, name: `Name of ${id}` }]),
      ),
  };
  const pages = new Hono<UiEnv>()
    .use(async (c, next) => {
      c.set('ui', options.ui ?? uiForTest);
      await next();
    })
    .route(`/${underLanguage}`, workPageRoutes(deps));
  const app: Hono<HttpEnv> = createApp(
    {
      log: openLog({ level: 'error', write: (line) => process.stderr.write(line), clock }),
      clock,
      trustProxy: false,
      metrics: new Metrics(),
      actors: {
        bySession: async (id) =>
          Object.values(people).find((each) => each.kind === 'account' && each.id === id) ?? acting.as,
        byApiToken: async (id) => Object.values(people).find((each) => each.kind === 'account' && each.id === id),
      },
      readiness: async () => ({ ready: true, checks: {} }),
      problemPage: async () => undefined,
      uploadPaths: /^\/api\/v1\/statistics\/batches$|^\/[a-z]{2}\/work\/imports$/,
    },
    (inner) => {
      if (options.ui !== undefined) inner.route('/', assetRoutes(options.ui.dist));
      inner.route('/', statisticsApi(deps));
      inner.route('/', pages);
    },
  );
  const ask = (actor: Actor, path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(
      app.request(`http://mandata.test${path}`, {
        redirect: 'manual',
        ...init,
        headers: {
          ...(init.headers as Record<string, string> | undefined),
          ...(actor.kind === 'account' && { cookie: `mandata=${actor.id}` }),
        },
      }),
    );
  return {
    deps,
    app,
    database,
    time,
    ask,
    /** A page as the actor gets it. */
    async page(actor: Actor, path: string): Promise<ShownPage> {
      const answer = await ask(actor, path);
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text}`);
      return JSON.parse(text) as ShownPage;
    },
    /** What imports have left in their scratch folder. */
    scratch: () => readdir(foldersOf(dataFolder).work).catch(() => []),
    async [Symbol.asyncDispose]() {
      await store.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export type WorkHouse = Awaited<ReturnType<typeof aWorkHouse>>;

/** Posts a form of words. */
export const formOf = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});

/** Posts the upload form with a file, as a browser does. */
export function uploadOf(
  fields: Readonly<Record<string, string>>,
  file: { name: string; content: string | Uint8Array<ArrayBuffer> } | undefined = {
    name: 'custody.csv',
    content: fixture,
  },
): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file !== undefined) body.set('file', new File([file.content], file.name));
  return { method: 'POST', body };
}

/** Imports the fixture as the statistician, waits for its end, and gives the batch. */
export async function importedBatch(house: WorkHouse, query = ''): Promise<string> {
  const answer = await house.ask(
    people.statistician,
    `/api/v1/statistics/batches?flow=TEST:CUSTODY&filename=custody.csv${query}`,
    {
      method: 'POST',
      body: fixture,
      headers: { 'content-type': 'text/csv' },
    },
  );
  const told = (await answer.json()) as { batch?: string };
  if (told.batch === undefined) throw new Error(`the fixture was not imported: ${JSON.stringify(told)}`);
  return told.batch;
}
