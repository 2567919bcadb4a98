import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '#kernel/i18n/index.ts';
import { openOidc } from '#kernel/identity/index.ts';
import { guardedFetch } from './guarded-fetch.ts';
import type { WebHouse } from '../web/house.ts';
import { backgroundDeskOf } from './background-desk.ts';
import { frontOf } from './front.ts';
import type { House } from './open-house.ts';
import { savedSearchesOf } from './saved-searches.ts';
import { scopeAreasOf } from './scope-areas.ts';

/** What the site's own pages need, from the opened house. */
export function webHouseOf(house: House): WebHouse {
  const { config, clock, identity, permissions, search, log } = house;
  return {
    identity,
    ...(config.oidc !== undefined && {
      oidc: openOidc({
        issuer: config.oidc.issuer,
        clientId: config.oidc.client,
        clientSecret: config.oidc.secret,
        fetch: guardedFetch(config.oidc.private ? [new URL(config.oidc.issuer).hostname] : []),
      }),
    }),
    scopesOf: (actor) => scopeAreasOf(permissions, actor),
    search,
    saved: savedSearchesOf(house),
    searchKinds: {
      country: say('Countries and areas'),
      region: say('Regions and groups'),
      dataflow: say('Data'),
      indicator: say('Indicators'),
    },
    front: (c) => frontOf(house, c),
    // Kept in the data folder and noted in the log, so that the operator finds it also when letters do not leave the machine.
    reportError: async (report) => {
      await appendFile(
        join(config.dataFolder, 'error-reports.jsonl'),
        `${JSON.stringify({ at: clock().toISOString(), ...report })}\n`,
        { mode: 0o600 },
      );
      log.warn('a visitor reports an error', { page: report.page });
    },
    background: backgroundDeskOf(house),
  };
}
