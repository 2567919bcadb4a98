import { drawLine, drawMap, type ChartTable } from '#kernel/charts/index.ts';
import { say, translatorOf, type Language } from '#kernel/i18n/index.ts';
import type { PlainTableData } from '#kernel/ui/browser.ts';
import { choiceQuery, participantName, type TreatyChoice } from '../log/choices.ts';
import { dateWords } from '../log/date-words.ts';
import type { LoggedAction, TreatyLog } from '../log/open-log.ts';
import type { Treaty } from '../log/read-treaty.ts';
import { sinceWords, standingWords } from '../log/standing-words.ts';
import { partiesOverTime } from '../parties-over-time.ts';
import { quotedFigures } from '../quoted-figures.ts';
import { isTerritory } from '../is-territory.ts';
import { deriveStatus, type ParticipantStatus } from '../status/derive-status.ts';
import { warningWords } from '../status/warning.ts';
import { actionKindList, treatyGroups } from '../terms.ts';
import type { ActionRow, TreatyProps } from './treaty.tsx';

const mostActions = 60;

/** Everything that the page of one treaty shows, for one day. */
export function treatyView(
  log: TreatyLog,
  treaty: Treaty,
  choice: TreatyChoice,
  language: Language,
  demonstration: boolean,
): TreatyProps {
  const t = translatorOf(language);
  const date = dateWords(language);
  const statuses = [...deriveStatus(log.actions, treaty.id, log.rules, choice.day).values()];
  const bound = statuses.filter(({ standing, participant }) => standing === 'party' && !isTerritory(participant));
  const collator = new Intl.Collator(language);
  const rows = statuses
    .filter(({ standing }) => standing !== 'none')
    .map((status) => ({
      id: status.participant,
      name: participantName(status.participant, language),
      standing: status.standing,
      standingWords: standingWords(status.standing),
      ...withSince(status, date),
      acts: actsOf(status),
      warnings: status.warnings.map(({ kind }) => warningWords(kind)),
    }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
  const own = log.actions.filter((action) => action.treaty === treaty.id);
  const latest = own
    .filter(({ deposited, knownBy }) => (deposited ?? knownBy ?? '') <= choice.day)
    .toSorted((one, other) =>
      (one.deposited ?? one.knownBy ?? '') < (other.deposited ?? other.knownBy ?? '') ? 1 : -1,
    );
  const parent = log.treaties.find(({ id }) => id === treaty.parent);
  const rules = log.rules.get(treaty.id);
  return {
    id: treaty.id,
    name: treaty.name,
    short: treaty.short,
    group: treatyGroups.terms.find(({ id }) => id === treaty.group)?.label ?? treaty.group,
    day: choice.day,
    dayWords: date(choice.day),
    log: log.kind,
    demonstration,
    adopted: [date(treaty.adopted), treaty.place].filter((part) => part !== undefined).join(', '),
    ...(treaty.inForce !== undefined && { inForce: date(treaty.inForce) }),
    ...(treaty.depositary !== undefined && { depositary: treaty.depositary }),
    ...(parent !== undefined && { parent: { id: parent.id, short: parent.short } }),
    children: log.treaties.filter((each) => each.parent === treaty.id).map(({ id, short }) => ({ id, short })),
    entryRule: rules?.entry === undefined ? undefined : entryWords(rules.entry),
    verified: treaty.verified,
    ...(treaty.note !== undefined && { note: treaty.note }),
    parties: bound.length,
    uncertain: statuses.filter(({ standing }) => standing === 'uncertain').length,
    signatories: statuses.filter(({ standing }) => standing === 'signatory' || standing === 'consented').length,
    quoted: quotedFigures(treaty.id).map((figure) => ({ ...figure, asOf: date(figure.asOf) })),
    rows,
    articles: treaty.articles,
    actions: latest.slice(0, mostActions).map((action) => actionRow(action, language, date)),
    actionCount: own.length,
    actionList: `/registers/treaty-actions?treaty=${encodeURIComponent(treaty.id)}`,
    ...(bound.length > 0 && { map: mapOf(bound, choice, language, t) }),
    ...(own.length > 2 && { line: lineOf(log, treaty.id, choice.day, language, t) }),
    otherLog: `/treaties/${treaty.id}${choiceQuery({ ...choice, log: choice.log === 'record' ? 'demonstration' : 'record' })}`,
    csv: `/treaties/matrix.csv${choiceQuery({ ...choice, group: treaty.group })}`,
  };
}

function withSince(status: ParticipantStatus, date: (day: string) => string) {
  const since = sinceWords(status, date);
  return since === undefined ? {} : { since };
}

function entryWords(entry: { readonly kind: string; readonly days?: number; readonly article: string }) {
  const { article } = entry;
  if (entry.kind === 'days' && entry.days !== undefined)
    return entry.days === 0
      ? say('For a new party on the day of its deposit (art. {article}).', { article })
      : say('For a new party {days} days after its deposit (art. {article}).', { days: entry.days, article });
  return say('For a new party on the first day of the second month after its deposit (art. {article}).', { article });
}

function actsOf({ acts, territories }: ParticipantStatus) {
  return [
    { label: say('Reservations'), count: acts.reservations.length },
    { label: say('Declarations'), count: acts.declarations.length },
    { label: say('Notifications'), count: acts.notifications.length },
    { label: say('Objections made'), count: acts.objectionsMade.length },
    { label: say('Objections received'), count: acts.objectionsReceived.length },
    { label: say('Territories'), count: territories.length },
  ].filter(({ count }) => count > 0);
}

export function actionRow(action: LoggedAction, language: Language, date: (day: string) => string): ActionRow {
  const { deposited, knownBy, effect, articles, source, notice, wording } = action;
  return {
    record: action.record,
    who: participantName(action.participant, language),
    kind: actionKindList.terms.find(({ id }) => id === action.kind)?.label ?? action.kind,
    when: deposited === undefined ? say('not later than {date}', { date: date(knownBy ?? '') }) : date(deposited),
    ...(effect !== undefined && { effect: date(effect) }),
    articles: articles.join(', '),
    source: [source, notice].filter((part) => part !== undefined && part !== '').join(' · '),
    ...(wording !== undefined && { wording }),
  };
}

function mapOf(
  bound: readonly ParticipantStatus[],
  { day, log }: TreatyChoice,
  language: Language,
  t: ReturnType<typeof translatorOf>,
) {
  const years = (since: string): number =>
    Math.max(0, Math.floor((Date.parse(day) - Date.parse(since)) / (365.25 * 86_400_000)));
  const drawing = drawMap({
    title: t(say('Parties, by years since they were bound')),
    unit: t(say('years')),
    decimals: 0,
    language,
    bare: true,
    translate: t,
    areas: bound.flatMap(({ participant, since }) =>
      since === undefined || !/^[A-Z]{3}$/.test(participant)
        ? []
        : [
            {
              area: participant,
              name: participantName(participant, language),
              value: years(since.latest),
              ...(since.earliest !== since.latest && { status: 'estimated' as const, note: t(say('at least')) }),
              href: `/${language}/treaties/states/${participant}${choiceQuery({ log })}`,
            },
          ],
    ),
    classes: { method: 'thresholds', at: [5, 10, 15, 20] },
  });
  return { svg: drawing.svg, table: plainTable(drawing.table) };
}

function lineOf(log: TreatyLog, treaty: string, day: string, language: Language, t: ReturnType<typeof translatorOf>) {
  const counts = partiesOverTime(log.actions, treaty, log.rules, day);
  const open = counts.some(({ certain, most }) => most > certain);
  const drawing = drawLine({
    title: t(say('Parties at the end of each year')),
    unit: t(say('parties')),
    decimals: 0,
    language,
    bare: true,
    translate: t,
    series: [
      { label: t(say('Parties')), points: counts.map(({ year, certain }) => ({ x: year, y: certain })) },
      ...(open
        ? [
            {
              label: t(say('With those perhaps bound')),
              points: counts.map(({ year, most }) => ({ x: year, y: most, status: 'estimated' as const })),
            },
          ]
        : []),
    ],
  });
  return { svg: drawing.svg, table: plainTable(drawing.table) };
}

/** A chart's table as text cells. */
export function plainTable(table: ChartTable): PlainTableData {
  return {
    caption: table.caption,
    columns: table.columns.map(({ label, kind }) => ({ label, numeric: kind === 'number' })),
    rows: table.rows.map((row) => row.map(({ text, note }) => (text === '' ? (note ?? '…') : text))),
  };
}
