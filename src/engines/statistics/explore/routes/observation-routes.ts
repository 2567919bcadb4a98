import { Hono, type Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { formatsOf, say, translatorOf } from '#kernel/i18n/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { ObservationOrigin } from '../../find-observation-origin.ts';
import { saidIn } from '../../checks/said-in.ts';
import { flowName } from '../../model/structure.ts';
import type { ObservationProps, OriginProps } from '../../pages/observation.tsx';
import { writeQuery } from '../address.ts';
import { can, roleWords } from '#kernel/policy/index.ts';
import { statisticsOperations } from '../../operations.ts';
import { isDemonstration } from '../../model/demonstration.ts';
import type { StatisticsPageDependencies } from '../dependencies.ts';
import { findFigures, historyOf } from '../find-figure.ts';
import { figurePath, flowPath } from '../links.ts';
import { namesOf, type Names } from '../names.ts';
import type { Figure } from '../observations.ts';
import { areaDimension, isFrequency, isUnit } from '../roles.ts';
import { pointStatus } from '../status.ts';
import { emptyState } from '../state.ts';
import { findReleaseAt, getFlowAt, releaseNumber } from './find-released.ts';
import { page, visitorOf } from './visitor.ts';

/** The page of one figure of one release. */
export function observationRoutes(dependencies: StatisticsPageDependencies): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/data/:flow/releases/:number/observation', async (c) => {
    const props = await observation(dependencies, c);
    return page(c, 'statistics/observation', props, {
      title: props.title,
      breadcrumbs: [
        { label: say('Data'), path: '/data' },
        { label: props.flow.name, path: flowPath(props.flow.id) },
        {
          label: say('Release {number}', { number: props.release.number }),
          path: flowPath(props.flow.id, `/releases/${props.release.number}`),
        },
        { label: say('One figure') },
      ],
    });
  });
}

async function observation(dependencies: StatisticsPageDependencies, c: Context<UiEnv>): Promise<ObservationProps> {
  const { store } = dependencies;
  const { actor, language, url } = visitorOf(c);
  const t = translatorOf(language);
  const { flow: latest } = await getFlowAt(store, actor, c.req.param('flow') ?? '', language);
  const id = flowName(latest);
  const number = releaseNumber(c.req.param('number') ?? '');
  const release = await findReleaseAt(store, actor, latest, number);
  if (release === undefined)
    throw new Problem(
      'not-found',
      say('{flow} has no release {release} that you may see.', { flow: id, release: number }),
    );
  const [figure, other] = await findFigures(store, release, url.searchParams);
  if (figure === undefined) {
    throw new Problem(
      'not-found',
      say('Release {release} of {flow} has no such figure. The explorer shows those it has.', {
        release: number,
        flow: id,
      }),
    );
  }
  if (other !== undefined) {
    throw new Problem(
      'not-found',
      say('This address fits several figures of {flow}. Name a code of every dimension, and TIME_PERIOD.', {
        flow: id,
      }),
    );
  }
  const { structure } = release.flow;
  const names = namesOf(structure, language, t(say('Period')));
  const [origin, history] = await Promise.all([
    dependencies.findOrigin(actor, {
      flow: latest,
      release: number,
      key: Object.values(figure.key),
      period: figure.period,
    }),
    historyOf(store, await store.all(latest, actor), figure),
  ]);
  const unit = structure.dimensions.find(isUnit);
  const multiplier = figure.attributes['UNIT_MULT'];
  const status = figure.attributes['OBS_STATUS'];
  const words = (id_: string, code: string): string => names.name(id_, code);
  const shown = (one: Figure): string => valueWords(one, names);
  const unitWords = [
    unit === undefined ? undefined : words(unit.id, figure.key[unit.id] ?? ''),
    multiplier === undefined || multiplier === '0' ? undefined : `(${words('UNIT_MULT', multiplier)})`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
  const path = figurePath(id, number, figure);
  return {
    flow: { id, name: release.flow.name, demonstration: isDemonstration(release.flow) },
    release: { number, at: release.releasedAt },
    title: titleOf(figure, names, structure),
    value: shown(figure),
    ...(unitWords !== '' && { unit: unitWords }),
    ...(status !== undefined && status !== 'A' && { status: { letter: status, words: words('OBS_STATUS', status) } }),
    dimensions: [
      ...structure.dimensions.map((dimension) => ({
        name: names.dimension(dimension.id),
        code: figure.key[dimension.id] ?? '',
        words: words(dimension.id, figure.key[dimension.id] ?? ''),
      })),
      { name: names.dimension('TIME_PERIOD'), code: figure.period, words: figure.period },
    ],
    attributes: structure.attributes.flatMap((attribute) => {
      const own = figure.attributes[attribute.id];
      return own === undefined ? [] : [{ name: names.dimension(attribute.id), words: words(attribute.id, own) }];
    }),
    since: figure.since,
    ...(origin !== undefined && {
      origin: {
        ...(await originProps(dependencies, origin, figure, names, saidIn(structure, t))),
        mayDownload: can(actor, statisticsOperations.original).allowed,
      },
    }),
    history: historyRows(history, id, shown, names),
    seriesPath: flowPath(
      id,
      `/explore?${writeQuery(
        {
          ...emptyState,
          view: 'line',
          codes: Object.fromEntries(Object.entries(figure.key).map(([dimension, code]) => [dimension, [code]])),
        },
        structure,
      )}`,
    ),
    reportPath: `/report-error?page=${encodeURIComponent(path)}`,
  };
}

/** What the figure is, in few words: what, broken down by what, where, when. */
function titleOf(
  figure: Figure,
  names: Names,
  structure: { dimensions: readonly Parameters<typeof isUnit>[0][] },
): string {
  const area = areaDimension(structure);
  const about = structure.dimensions.filter((each) => each !== area && !isUnit(each) && !isFrequency(each));
  const what = about.flatMap(({ id }) => {
    const code = figure.key[id] ?? '';
    return code.startsWith('_') ? [] : [names.name(id, code)];
  });
  const where = area === undefined ? [] : [names.name(area.id, figure.key[area.id] ?? '')];
  return [...what, ...where, figure.period].join(translatorOf(names.language)(say(', ')));
}

function valueWords(figure: Figure, names: Names): string {
  if (figure.value !== null) return formatsOf(names.language).number(figure.value, { maximumFractionDigits: 6 });
  const t = translatorOf(names.language);
  const status = pointStatus(figure);
  return status === 'suppressed'
    ? t(say('suppressed'))
    : status === 'not-applicable'
      ? t(say('not applicable'))
      : t(say('no data'));
}

async function originProps(
  { accountName }: StatisticsPageDependencies,
  { batch, file, withheld, mapping, row, cells, imported, accepted, findings }: ObservationOrigin,
  figure: Figure,
  names: Names,
  inWords: ReturnType<typeof saidIn>,
): Promise<Omit<OriginProps, 'mayDownload'>> {
  const { language } = names;
  const person = async (who: { role: string; account?: string }): Promise<{ role: string; name?: string }> => {
    const name = who.account === undefined ? undefined : await accountName(who.account);
    return { role: translatorOf(language)(roleWords(who.role)), ...(name !== undefined && { name }) };
  };
  const isValue = (text: string): boolean => {
    const number = Number(text.replaceAll(/[\s,\u00A0\u202F]/g, ''));
    return (
      figure.value !== null &&
      text.trim() !== '' &&
      Math.abs(number - figure.value) <= Math.abs(figure.value) * 1e-9 &&
      text.trim() !== figure.period
    );
  };
  return {
    batch,
    file,
    withheld,
    mapping: {
      name: mapping.name,
      ...(mapping.version !== undefined && { version: mapping.version }),
      reads: withheld ? [] : mapping.reads.map((read) => readProps(read, cells, figure, names)),
    },
    row,
    cells: cells.map(({ column, text }) => ({ column, text, isValue: isValue(text) })),
    imported: { at: imported.at, ...(await person(imported)) },
    ...(accepted !== undefined && {
      accepted: {
        at: accepted.at,
        ...(await person(accepted)),
        ...(accepted.note !== undefined && { note: accepted.note }),
      },
    }),
    findings: findings.map(({ id, severity, rule, said, answers }) => ({
      id,
      severity,
      rule,
      said: inWords(said),
      answers: answers.map(({ body, at, role }) => ({ body, at, role: translatorOf(language)(roleWords(role)) })),
    })),
  };
}

/** One column, or several together, as they became a code, the period or the value. */
function readProps(
  { target, columns, fixed }: ObservationOrigin['mapping']['reads'][number],
  cells: ObservationOrigin['cells'],
  figure: Figure,
  names: Names,
): OriginProps['mapping']['reads'][number] {
  const written = columns.map((column) => cells.find((cell) => cell.column === column)?.text ?? '');
  const named = { columns, written, ...(fixed !== undefined && { fixed }) };
  if (target === 'OBS_VALUE')
    return { target: translatorOf(names.language)(say('Figure')), ...named, words: valueWords(figure, names) };
  if (target === 'TIME_PERIOD') return { target: names.dimension(target), ...named, words: figure.period };
  const code = figure.key[target] ?? figure.attributes[target] ?? '';
  return { target: names.dimension(target), ...named, words: names.name(target, code), code };
}

function historyRows(
  history: Awaited<ReturnType<typeof historyOf>>,
  flow: string,
  shown: (figure: Figure) => string,
  names: Names,
): ObservationProps['history'] {
  let before: Figure | undefined;
  return history
    .flatMap(({ release, figure }) => {
      if (figure === undefined) return [];
      const letter = figure.attributes['OBS_STATUS'];
      const changed =
        before !== undefined && (before.value !== figure.value || before.attributes['OBS_STATUS'] !== letter);
      before = figure;
      return [
        {
          release: release.release,
          at: release.releasedAt,
          value: shown(figure),
          status: letter === undefined ? '' : names.name('OBS_STATUS', letter),
          path: figurePath(flow, release.release, figure),
          changed,
        },
      ];
    })
    .toReversed();
}
