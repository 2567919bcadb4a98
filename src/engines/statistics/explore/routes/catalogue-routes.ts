import { Hono } from 'hono';
import { say, translatorOf } from '#kernel/i18n/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { ReleaseSummary } from '../../list-releases.ts';
import type { FlowRelease } from '../../pages/flow.tsx';
import type { ReleasedFlow } from '../../model/released.ts';
import { flowName } from '../../model/structure.ts';
import { catalogueOf } from '../catalogue.ts';
import { isDemonstration } from '../../model/demonstration.ts';
import type { StatisticsPageDependencies } from '../dependencies.ts';
import { namesOf } from '../names.ts';
import { factsOf } from '../release-facts.ts';
import { dataAddress, sdmxLinks, structureAddress } from '../sdmx-links.ts';
import { getFlowAt } from './find-released.ts';
import { page, visitorOf } from './visitor.ts';

const severities = ['error', 'warning', 'info'] as const;

/** `/data`, and the page of each flow. */
export function catalogueRoutes(dependencies: StatisticsPageDependencies): Hono<UiEnv> {
  const { store, themes } = dependencies;
  return new Hono<UiEnv>()
    .get('/data', async (c) => {
      const { actor, language } = visitorOf(c);
      const filter = { words: (c.req.query('q') ?? '').slice(0, 200), theme: c.req.query('theme') ?? '' };
      const { entries, all, themes: counts } = await catalogueOf(store, actor, language, filter, dependencies.themes);
      const flows = await store.flows(actor);
      const order = [...themes.keys()];
      const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
      return page(
        c,
        'statistics/catalogue',
        {
          entries,
          all,
          filter,
          themes: [...counts]
            .toSorted(([one], [other]) => rank(one) - rank(other))
            .map(([id, count]) => ({ id, name: themes.get(id) ?? id, count })),
          csv: Object.fromEntries(
            flows.flatMap((flow) =>
              sdmxLinks(flow)
                .slice(0, 1)
                .map(({ address }) => [flowName(flow), address]),
            ),
          ),
        },
        {
          title: say('Data'),
          description: say('Released figures that can be explored, cited and downloaded.'),
          breadcrumbs: [{ label: say('Data') }],
        },
      );
    })
    .get('/data/:flow', async (c) => {
      const { actor, language } = visitorOf(c);
      const { flow, current } = await getFlowAt(store, actor, c.req.param('flow'), language);
      const id = flowName(flow);
      const [facts, releases, findings, today] = await Promise.all([
        factsOf(store, current),
        dependencies.listReleases(actor, id),
        dependencies.countFindings(actor, id),
        dependencies.termsOf(id),
      ]);
      const names = namesOf(flow.structure, language, translatorOf(language)(say('Period')));
      const own = releases.find(({ release }) => release === current.release);
      const terms = own?.terms ?? today;
      const now = dependencies.clock();
      const [first, last] = [facts.periods[0], facts.periods.at(-1)];
      return page(
        c,
        'statistics/flow',
        {
          id,
          name: flow.name,
          ...(flow.description !== undefined && { description: flow.description }),
          themes: flow.themes.map((theme) => themes.get(theme) ?? theme),
          demonstration: isDemonstration(flow),
          ...terms,
          current: {
            number: current.release,
            at: current.releasedAt,
            citation: own?.citation ?? fallbackCitation(current),
            sha256: current.sha256,
          },
          facts: {
            observations: facts.observations,
            areas: facts.areas,
            ...(first !== undefined && last !== undefined && { span: [first.id, last.id] as const }),
          },
          dimensions: flow.structure.dimensions.map((dimension) => {
            const counts = facts.counts[dimension.id] ?? new Map<string, number>();
            const codes = [...counts].map(([code, figures]) => ({
              id: code,
              name: names.of(dimension, code),
              figures,
            }));
            const compare = names.compare(dimension.id);
            return {
              id: dimension.id,
              name: dimension.name,
              codes: codes.toSorted((one, other) => compare(one.id, other.id)),
              unused: Math.max(0, dimension.codelist.codes.length - codes.length),
            };
          }),
          attributes: flow.structure.attributes.map(({ id: attribute, name }) => ({ id: attribute, name })),
          findings: severities.map((severity) => ({
            severity,
            count: findings.filter((one) => one.severity === severity).reduce((sum, { count }) => sum + count, 0),
          })),
          releases: releases.map((release) => asListed(release, current.release, now)).toReversed(),
          sdmx: sdmxLinks(flow),
          structureAddress: structureAddress(flow),
          data: { v2: dataAddress(flow, true) },
        },
        {
          title: flow.name,
          ...(flow.description !== undefined && { description: flow.description }),
          breadcrumbs: [{ label: say('Data'), path: '/data' }, { label: flow.name }],
        },
      );
    });
}

function fallbackCitation({ flow, release, releasedAt, sha256 }: ReleasedFlow): string {
  return `${flowName(flow)}, release ${release} (${releasedAt.getUTCFullYear()}), SHA-256 ${sha256.slice(0, 16)}.`;
}

function asListed(release: ReleaseSummary, current: number, now: Date): FlowRelease {
  const { note, embargoUntil } = release;
  const embargoed = embargoUntil !== undefined && embargoUntil > now;
  return {
    number: release.release,
    at: release.releasedAt,
    observations: release.observations,
    changes: release.changes,
    ...(note !== undefined && { note }),
    standing:
      release.withdrawn !== undefined
        ? 'withdrawn'
        : embargoed
          ? 'embargoed'
          : release.release === current
            ? 'current'
            : 'earlier',
  };
}
