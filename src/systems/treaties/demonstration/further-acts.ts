import type { ActionRecordInput } from '../records/action-record.ts';
import { addDays, addMonths } from '../status/day.ts';
import { anAct } from './an-act.ts';
import { randomOf } from './random.ts';
import { wordings } from './wordings.ts';

/** Articles that let a State stay outside the settlement of disputes. */
const disputes: Readonly<Record<string, string>> = {
  untoc: '35(2)',
  uncac: '66(2)',
  'drugs-1988': '32(2)',
  'untoc-tip': '15(2)',
  'untoc-som': '20(2)',
  'untoc-firearms': '16(2)',
};
/** Articles under which a State names authorities or says how it applies the treaty. */
const notices: Readonly<Record<string, readonly string[]>> = {
  untoc: ['5(3)', '16(5)', '18(13)', '18(14)', '31(6)'],
  uncac: ['6(3)', '44(6)', '46(13)', '46(14)'],
};

/** What follows from the invented consents: reservations, declarations, objections, notifications, withdrawals, denunciations and the rarer kinds. */
export function furtherActs(consents: readonly ActionRecordInput[]): readonly ActionRecordInput[] {
  const bound = consents.filter(({ kind }) => kind !== 'signature');
  const spoken = bound.flatMap(statementsOf);
  const reservations = spoken.filter(({ kind }) => kind === 'reservation');
  return [...spoken, ...reservations.flatMap((each, at) => answersTo(each, at, bound)), ...rarerActs(bound)];
}

function statementsOf({ participant, treaty, deposited = '' }: ActionRecordInput): ActionRecordInput[] {
  const random = randomOf(`${participant}/${treaty}/statements`);
  const acts: ActionRecordInput[] = [];
  const article = disputes[treaty];
  if (article !== undefined && random() < 0.09)
    acts.push(
      anAct(participant, treaty, 'reservation', deposited, {
        articles: [article],
        wording: wordings.disputes(article),
      }),
    );
  if (random() < 0.03)
    acts.push(anAct(participant, treaty, 'declaration', deposited, { wording: wordings.understanding() }));
  const own = notices[treaty] ?? [];
  const at = Math.floor(random() * own.length * 3);
  const notice = own[at];
  if (notice !== undefined)
    acts.push(
      anAct(participant, treaty, 'notification', addDays(deposited, 30 + at * 90), {
        articles: [notice],
        wording: wordings.notification(notice),
      }),
    );
  return acts;
}

function answersTo(
  reservation: ActionRecordInput,
  at: number,
  bound: readonly ActionRecordInput[],
): ActionRecordInput[] {
  const { id, participant, treaty, deposited = '' } = reservation;
  if (at % 6 === 1)
    return [
      anAct(participant, treaty, 'withdrawal', addMonths(deposited, 70 + at), {
        withdraws: id,
        wording: wordings.withdrawal(),
      }),
    ];
  const others = bound.filter(
    (each) => each.treaty === treaty && each.participant !== participant && (each.deposited ?? '') < deposited,
  );
  const other = others[at % Math.max(1, others.length)];
  if (at % 9 !== 4 || other === undefined) return [];
  const precludes = at % 2 === 0;
  return [
    anAct(other.participant, treaty, 'objection', addMonths(deposited, 8), {
      objectsTo: id,
      precludes,
      wording: wordings.objection(precludes),
    }),
  ];
}

/** One or two of each kind that hardly any State ever does. */
function rarerActs(bound: readonly ActionRecordInput[]): ActionRecordInput[] {
  const partyTo = (treaty: string): ActionRecordInput[] => bound.filter((each) => each.treaty === treaty);
  const [leaver, waverer] = partyTo('drugs-1971')
    .filter(({ deposited = '' }) => deposited > '1980' && deposited < '2005')
    .slice(10, 12);
  const [extender] = partyTo('uncac').filter(({ participant }) => participant === 'NLD' || participant === 'DNK');
  const acts: ActionRecordInput[] = [
    anAct('European Union', 'untoc', 'formal-confirmation', '2004-05-21'),
    anAct('European Union', 'untoc', 'declaration', '2004-05-21', {
      articles: ['36(3)'],
      wording: wordings.competence(),
    }),
    anAct('European Union', 'uncac', 'formal-confirmation', '2008-11-12'),
    anAct('ABW', 'uncac', 'accession', '2012-03-05'),
    anAct('MNE', 'ct-06', 'succession', '2007-03-21', { effect: '2006-06-03' }),
    anAct('SRB', 'ct-05', 'succession', '2001-06-11', { effect: '1992-04-27' }),
    anAct('PLW', 'ct-11', 'provisional-application', '2001-11-14'),
    anAct('KIR', 'ct-12', 'definitive-signature', '2005-09-15'),
    anAct('FJI', 'uncac', 'communication', '2019-02-11', { wording: wordings.communication() }),
    ...['KEN', 'PER', 'PHL', 'EST', 'JOR', 'SEN', 'FJI', 'CAN', 'KAZ', 'ESP', 'GHA', 'CRI'].map((state) =>
      anAct(state, 'cybercrime-2024', 'signature', '2025-10-25'),
    ),
  ];
  if (leaver !== undefined) {
    acts.push(
      anAct(leaver.participant, leaver.treaty, 'denunciation', '2011-05-30', { wording: wordings.denunciation() }),
    );
    acts.push(anAct(leaver.participant, leaver.treaty, 'accession', '2014-02-03'));
  }
  if (waverer !== undefined) {
    const notice = anAct(waverer.participant, waverer.treaty, 'denunciation', '2016-10-26', {
      wording: wordings.denunciation(),
    });
    acts.push(
      notice,
      anAct(waverer.participant, waverer.treaty, 'withdrawal', '2017-02-10', {
        withdraws: notice.id,
        wording: wordings.withdrawal(),
      }),
    );
  }
  if (extender !== undefined)
    acts.push(
      anAct(extender.participant, 'uncac', 'territorial-application', addMonths(extender.deposited ?? '', 24), {
        territories: ['CUW', 'SXM'],
      }),
    );
  return acts;
}
