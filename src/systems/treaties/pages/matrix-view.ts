import { say, textIn, translatorOf, type Language } from '#kernel/i18n/index.ts';
import { choiceQuery, participantName, regionChoices, statesOf, type TreatyChoice } from '../log/choices.ts';
import { dateWords } from '../log/date-words.ts';
import type { TreatyLog } from '../log/open-log.ts';
import { sinceWords, standingWords } from '../log/standing-words.ts';
import { partiesToAll, statusMatrix, type Matrix } from '../matrix.ts';
import { quotedFigures, quotedPartiesToAll } from '../quoted-figures.ts';
import type { ParticipantStatus } from '../status/derive-status.ts';
import { treatyGroups } from '../terms.ts';
import type { MatrixCell, MatrixProps } from './matrix.tsx';

/** The matrix that a choice means: its treaties, its participants, and how they stood on the day. */
export function matrixOf(
  log: TreatyLog,
  choice: TreatyChoice,
  language: Language,
): Matrix & { readonly hidden: number } {
  const treaties = log.treaties
    .filter(({ group }) => choice.group === 'all' || group === groupOf(choice))
    .map(({ id }) => id);
  const shown = new Set(treaties);
  const acting = new Set(
    log.actions.filter((action) => shown.has(action.treaty)).map(({ participant }) => participant),
  );
  const states = statesOf(choice.region, language);
  const known = new Set(states);
  const others = choice.region === 'WORLD' ? [...acting].filter((participant) => !known.has(participant)).sort() : [];
  const rows = choice.everyone ? states : states.filter((state) => acting.has(state));
  const matrix = statusMatrix(log.actions, [...rows, ...others], treaties, log.rules, choice.day);
  return { ...matrix, hidden: states.length - rows.length };
}

const groupOf = ({ group }: TreatyChoice): string =>
  treatyGroups.terms.some(({ id }) => id === group) ? group : 'organized-crime';

/** All that the page of the matrix shows. */
export function matrixView(
  log: TreatyLog,
  choice: TreatyChoice,
  language: Language,
  demonstration: boolean,
): MatrixProps {
  const matrix = matrixOf(log, choice, language);
  const date = dateWords(language);
  const treaties = matrix.treaties.flatMap((id, at) => {
    const treaty = log.treaties.find((each) => each.id === id);
    const counts = matrix.counts[at];
    if (treaty === undefined || counts === undefined) return [];
    const quoted = quotedFigures(id).at(-1);
    return [
      {
        id,
        short: textIn(language, treaty.short).text,
        parties: counts.parties,
        uncertain: counts.uncertain,
        ...(quoted !== undefined && { quoted: { parties: quoted.parties, citation: quoted.citation } }),
      },
    ];
  });
  const chosen = { ...choice, group: choice.group === 'all' ? 'all' : groupOf(choice) };
  return {
    day: choice.day,
    dayWords: date(choice.day),
    log: choice.log,
    demonstration,
    group: chosen.group,
    region: choice.region,
    everyone: choice.everyone,
    groups: [
      ...treatyGroups.terms.map(({ id, label }) => ({ value: id, label })),
      { value: 'all', label: say('All instruments') },
    ],
    regions: regionChoices(language),
    treaties,
    rows: matrix.rows.map(({ participant, cells }) => ({
      id: participant,
      name: participantName(participant, language),
      isState: /^[A-Z]{3}$/.test(participant),
      cells: cells.map((cell) => cellOf(cell, date, language)),
    })),
    hidden: matrix.hidden,
    toAll: partiesToAll(matrix).map((participant) => participantName(participant, language)),
    quotedToAll: chosen.group === 'terrorism' ? quotedPartiesToAll() : [],
    csv: `/treaties/matrix.csv${choiceQuery(chosen)}`,
    withAll: `/treaties/matrix${choiceQuery({ ...chosen, everyone: true })}`,
    otherLog: `/treaties/matrix${choiceQuery({ ...chosen, log: choice.log === 'record' ? 'demonstration' : 'record' })}`,
  };
}

function cellOf(cell: ParticipantStatus | undefined, date: (day: string) => string, language: Language): MatrixCell {
  const t = translatorOf(language);
  if (cell === undefined || cell.standing === 'none') return { standing: 'none', word: '', title: '' };
  const since = sinceWords(cell, date);
  const title =
    since === undefined ? t(standingWords(cell.standing)) : `${t(standingWords(cell.standing))}, ${t(since)}`;
  return { standing: cell.standing, word: wordOf(cell, t), title };
}

/** As short as a narrow column needs: the year, or one word. */
function wordOf(cell: ParticipantStatus, t: ReturnType<typeof translatorOf>): string {
  const year = (day: string | undefined): string => day?.slice(0, 4) ?? '';
  const { standing, since, until } = cell;
  if (standing === 'party' || standing === 'uncertain')
    return since?.earliest === since?.latest ? year(since?.latest) : `≤ ${year(since?.latest)}`;
  return standing === 'former' ? `– ${year(until)}` : t(standingWords(standing));
}

/** Rows for a file: one for each participant and treaty that have a status. */
export function* matrixRows(
  log: TreatyLog,
  choice: TreatyChoice,
  language: Language,
): Generator<readonly (string | undefined)[]> {
  yield [
    'PARTICIPANT',
    'NAME',
    'INSTRUMENT',
    'STATUS',
    'DATE',
    'SINCE_EARLIEST',
    'SINCE_LATEST',
    'UNTIL',
    'SIGNED',
    'RECORD',
  ];
  const { rows, treaties } = matrixOf(log, choice, language);
  for (const { participant, cells } of rows)
    for (const [at, cell] of cells.entries())
      if (cell !== undefined && cell.standing !== 'none')
        yield [
          participant,
          participantName(participant, language),
          treaties[at],
          cell.standing,
          choice.day,
          cell.since?.earliest,
          cell.since?.latest,
          cell.until,
          cell.signed,
          log.kind,
        ];
}
