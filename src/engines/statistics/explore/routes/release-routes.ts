import { Hono, type Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { formatsOf, say, translatorOf } from '#kernel/i18n/index.ts';
import { roleWords } from '#kernel/policy/index.ts';
import { writeCsv } from '#kernel/spreadsheet/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { ReleaseChange, ReleaseSummary } from '../../list-releases.ts';
import { flowName } from '../../model/structure.ts';
import type { ChangeKind, ReleaseProps } from '../../pages/release.tsx';
import { bibtex, ris } from '../citation-files.ts';
import { isDemonstration } from '../../model/demonstration.ts';
import type { StatisticsPageDependencies } from '../dependencies.ts';
import { figurePath, flowPath } from '../links.ts';
import { namesOf } from '../names.ts';
import { sdmxLinks } from '../sdmx-links.ts';
import { getFlowAt, releaseNumber } from './find-released.ts';
import { page, visitorOf } from './visitor.ts';

const changesAPage = 50;
const kinds: readonly ChangeKind[] = ['new', 'revised', 'gone'];

/** The landing page of each release, its citation for reference managers and the list of its changes. */
export function releaseRoutes(dependencies: StatisticsPageDependencies): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/data/:flow/releases/:number', async (c) => {
      const props = await release(dependencies, c);
      return page(c, 'statistics/release', props, {
        title: say('{flow}, release {number}', {
          flow: translatorOf(visitorOf(c).language)(props.flow.name),
          number: props.number,
        }),
        description: props.citation,
        breadcrumbs: [
          { label: say('Data'), path: '/data' },
          { label: props.flow.name, path: flowPath(props.flow.id) },
          { label: say('Release {number}', { number: props.number }) },
        ],
      });
    })
    .get('/data/:flow/releases/:number/:file{citation\\.(?:bib|ris)}', async (c) => {
      const { summary, flow, title, publisher, terms } = await find(dependencies, c);
      const { origin, language } = visitorOf(c);
      const cited = {
        flow,
        title,
        release: summary.release,
        publisher,
        at: summary.releasedAt,
        url: `${origin}/${language}${flowPath(flow, `/releases/${summary.release}`)}`,
        sha256: summary.sha256,
        ...(terms?.licence !== undefined && {
          licence: { name: translatorOf('en')(terms.licence.name), url: terms.licence.url },
        }),
      };
      const isBibtex = c.req.param('file').endsWith('.bib');
      return download(
        isBibtex ? bibtex(cited) : ris(cited),
        isBibtex ? 'application/x-bibtex; charset=utf-8' : 'application/x-research-info-systems; charset=utf-8',
        `${flow.replaceAll(/[^\w.-]/g, '_')}-release-${summary.release}.${isBibtex ? 'bib' : 'ris'}`,
      );
    })
    .get('/data/:flow/releases/:number/changes.csv', async (c) => {
      const { summary, flow } = await find(dependencies, c);
      const { actor } = visitorOf(c);
      async function* rows(): AsyncGenerator<readonly (string | number | null)[]> {
        let heads: readonly string[] | undefined;
        for (let offset = 0; ; offset += 5_000) {
          const some = await dependencies.releaseChanges(actor, {
            flow,
            release: summary.release,
            offset,
            limit: 5_000,
          });
          for (const { change, key, before, after, statusBefore, statusAfter } of some) {
            if (heads === undefined) {
              heads = Object.keys(key);
              yield ['CHANGE', ...heads, 'BEFORE', 'AFTER', 'STATUS_BEFORE', 'STATUS_AFTER'];
            }
            yield [
              change,
              ...heads.map((id) => key[id] ?? ''),
              before ?? null,
              after ?? null,
              statusBefore ?? null,
              statusAfter ?? null,
            ];
          }
          if (some.length < 5_000) return;
        }
      }
      const parts: string[] = [];
      for await (const part of writeCsv(rows(), { byteOrderMark: true })) parts.push(part);
      return download(
        parts.join(''),
        'text/csv; charset=utf-8',
        `${flow.replaceAll(/[^\w.-]/g, '_')}-release-${summary.release}-changes.csv`,
      );
    });
}

function download(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** The release of the address among those that the visitor may know of. A withdrawn flow without any release in force is known by its releases alone. */
async function find(dependencies: StatisticsPageDependencies, c: Context<UiEnv>) {
  const { actor, language } = visitorOf(c);
  const flow = c.req.param('flow') ?? '';
  const number = releaseNumber(c.req.param('number') ?? '');
  const releases = await dependencies.listReleases(actor, flow);
  const summary = releases.find(({ release: each }) => each === number);
  const dataflow = (await dependencies.store.flows(actor)).find((each) => flowName(each) === flow);
  if (summary === undefined) {
    if (releases.length === 0) await getFlowAt(dependencies.store, actor, flow, language);
    throw new Problem(
      'not-found',
      say('{flow} has no release {release} that you may see. There are: {all}.', {
        flow,
        release: number,
        all: releases.map((each) => each.release).join(', ') || '–',
      }),
    );
  }
  const terms = summary.terms ?? (await dependencies.termsOf(flow));
  const name = dataflow?.name ?? flow;
  return {
    summary,
    releases,
    flow,
    dataflow,
    name,
    title: translatorOf(language)(name),
    terms,
    publisher: terms?.publisher ?? flow.split(':')[0] ?? flow,
  };
}

async function release(dependencies: StatisticsPageDependencies, c: Context<UiEnv>): Promise<ReleaseProps> {
  const { store } = dependencies;
  const { actor, language } = visitorOf(c);
  const { summary, releases, flow, dataflow, name, terms } = await find(dependencies, c);
  const current = dataflow === undefined ? undefined : await store.current(dataflow, actor);
  const place = releases.indexOf(summary);
  const { account } = summary.releasedBy;
  const person = account === undefined ? undefined : await dependencies.accountName(account);
  const changes = await listed(dependencies, c, summary, dataflow);
  const { embargoUntil, withdrawn, note } = summary;
  const isCurrent = current?.release === summary.release;
  const [previous, next] = [releases[place - 1]?.release, releases[place + 1]?.release];
  return {
    flow: { id: flow, name, demonstration: isDemonstration({ agency: flow.split(':')[0] ?? '' }) },
    number: summary.release,
    at: summary.releasedAt,
    by: {
      role: translatorOf(language)(roleWords(summary.releasedBy.role)),
      ...(person !== undefined && { name: person }),
    },
    ...(note !== undefined && { note }),
    sha256: summary.sha256,
    observations: summary.observations,
    citation: summary.citation,
    ...terms,
    isCurrent,
    ...(current !== undefined && { currentNumber: current.release }),
    ...(embargoUntil !== undefined && embargoUntil > dependencies.clock() && { embargoUntil }),
    ...(withdrawn !== undefined && { withdrawn }),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    counts: summary.changes,
    ...(summary.hidden !== undefined && { hidden: summary.hidden }),
    ...(changes !== undefined && { changes }),
    sdmx: isCurrent && dataflow !== undefined ? sdmxLinks(dataflow) : [],
  };
}

async function listed(
  dependencies: StatisticsPageDependencies,
  c: Context<UiEnv>,
  summary: ReleaseSummary,
  dataflow: Parameters<typeof sdmxLinks>[0] | undefined,
): Promise<ReleaseProps['changes'] | undefined> {
  const { actor, language } = visitorOf(c);
  if (summary.withdrawn !== undefined || dataflow === undefined || summary.release === 1) return undefined;
  const asked = kinds.find((one) => one === c.req.query('changes'));
  const kind = asked ?? (summary.changes.revised > 0 ? 'revised' : summary.changes.new > 0 ? 'new' : 'gone');
  const total = summary.changes[kind];
  const page = Math.min(
    Math.max(1, Number(c.req.query('page') ?? 1) || 1),
    Math.max(1, Math.ceil(total / changesAPage)),
  );
  const some = await dependencies.releaseChanges(actor, {
    flow: summary.flow,
    release: summary.release,
    change: kind,
    offset: (page - 1) * changesAPage,
    limit: changesAPage,
  });
  const names = namesOf(dataflow.structure, language, translatorOf(language)(say('Period')));
  // A dimension with one code alone says nothing here.
  const dimensions = dataflow.structure.dimensions.filter(
    ({ id, codelist }) => id !== 'FREQ' && codelist.codes.length > 1,
  );
  const formats = formatsOf(language);
  const words = (value: number | undefined, status: string | undefined): string =>
    value === undefined
      ? status === undefined || status === 'A'
        ? '–'
        : names.name('OBS_STATUS', status)
      : formats.number(value, { maximumFractionDigits: 6 }) +
        (status === undefined || status === 'A' ? '' : ` ${status}`);
  return {
    kind,
    heads: [...dimensions.map(({ id }) => names.dimension(id)), names.dimension('TIME_PERIOD')],
    rows: some.map((change) => {
      const { TIME_PERIOD: period = '', ...key } = change.key;
      return {
        words: dimensions.map(({ id }) => names.name(id, key[id] ?? '')),
        period,
        change: change.change,
        before: words(change.before, change.statusBefore),
        after: words(change.after, change.statusAfter),
        ...pathOf(summary, change, key, period),
      };
    }),
    page,
    size: changesAPage,
    total,
  };
}

function pathOf(
  summary: ReleaseSummary,
  { change }: ReleaseChange,
  key: Readonly<Record<string, string>>,
  period: string,
): { path?: string } {
  return change === 'gone' ? {} : { path: figurePath(summary.flow, summary.release, { key, period }) };
}
