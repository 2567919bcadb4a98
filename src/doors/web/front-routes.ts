import { Hono } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { underLanguage, type UiEnv } from '#kernel/ui/index.ts';
import type { WebHouse } from './house.ts';
import { shellPage } from './shell-page.ts';

/** The front page; what stands on it is put together by the house. */
export function frontRoutes(house: WebHouse): Hono<UiEnv> {
  return new Hono<UiEnv>().get(`/${underLanguage}`, async (c) =>
    shellPage(c, 'web/front', await house.front(c), {
      title: 'Mandata',
      description: say('What States report on crime and criminal justice: figures that lead back to their source.'),
    }),
  );
}
