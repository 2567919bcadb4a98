import { Hono } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { say, translatorOf } from '#kernel/i18n/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { Context } from 'hono';
import { flowName } from '../../model/structure.ts';
import { writeQuery } from '../address.ts';
import type { StatisticsPageDependencies } from '../dependencies.ts';
import { exploreProps } from '../explore-props.ts';
import { explore } from '../explore-view.ts';
import { answerFile } from '../files/answer-file.ts';
import { flowPath } from '../links.ts';
import { namesOf } from '../names.ts';
import { canBeShortened, readQuery } from '../read-query.ts';
import { findReleaseAt, getFlowAt } from './find-released.ts';
import { page, visitorOf } from './visitor.ts';

/** The explorer and the files of what it shows. */
export function exploreRoutes(dependencies: StatisticsPageDependencies): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/data/:flow/explore', async (c) => {
      const { language, url } = visitorOf(c);
      const embed = url.searchParams.get('embed') === '1';
      const { exploration, terms, flow, isCurrent } = await read(dependencies, c);
      if (!embed && canBeShortened(url.searchParams)) {
        const names = namesOf(flow.structure, language, '');
        const query = writeQuery(readQuery(url.searchParams, flow.structure, names).state, flow.structure);
        return c.redirect(`/${language}${flowPath(flowName(flow), '/explore')}${query === '' ? '' : `?${query}`}`, 302);
      }
      return page(
        c,
        'statistics/explore',
        { ...exploreProps(exploration, terms, isCurrent), embed },
        {
          title: exploration.wording.title,
          description: flow.description ?? flow.name,
          layout: embed ? 'embed' : 'wide',
          unlisted: embed,
          breadcrumbs: [
            { label: say('Data'), path: '/data' },
            { label: flow.name, path: flowPath(flowName(flow)) },
            { label: say('Explore') },
          ],
        },
      );
    })
    .get('/data/:flow/explore/:file{figures\\.(?:csv|xlsx|json|svg)}', async (c) => {
      const { language, origin, url } = visitorOf(c);
      const { exploration, terms, citation } = await read(dependencies, c);
      const ending = c.req.param('file').split('.')[1] ?? '';
      const address = `${origin}/${language}${flowPath(flowName(exploration.resolved.release.flow), '/explore')}${url.search}`;
      return answerFile(dependencies.store, exploration, ending, {
        ...(terms !== undefined && { terms }),
        citation,
        address,
        theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light',
      });
    });
}

async function read({ store, findingsFor, listReleases, termsOf }: StatisticsPageDependencies, c: Context<UiEnv>) {
  const { actor, language, url } = visitorOf(c);
  const { flow, current } = await getFlowAt(store, actor, c.req.param('flow') ?? '', language);
  const id = flowName(flow);
  const wanted = url.searchParams.get('release') ?? '';
  const release = wanted === '' ? current : await findReleaseAt(store, actor, flow, Number(wanted));
  if (release === undefined) {
    throw new Problem(
      'not-found',
      say('{flow} has no release {release} that you may see. The one in force is {current}.', {
        flow: translatorOf(language)(flow.name),
        release: wanted.slice(0, 20),
        current: current.release,
      }),
    );
  }
  const [exploration, today, releases] = await Promise.all([
    explore({
      store,
      release,
      language,
      query: url.searchParams,
      findingsFor: (series) => findingsFor(actor, id, series),
    }),
    termsOf(id),
    listReleases(actor, id),
  ]);
  const own = releases.find((one) => one.release === release.release);
  const citation = own?.citation ?? `${id}, release ${release.release}.`;
  const terms = own?.terms ?? today;
  return { exploration, terms, citation, flow: release.flow, isCurrent: release.release === current.release };
}
