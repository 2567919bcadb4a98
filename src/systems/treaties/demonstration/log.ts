import { countries, findInstrument } from '#reference/index.ts';
import type { ActionRecordInput } from '../records/action-record.ts';
import type { ActionKind } from '../status/action.ts';
import { addDays, later, type Day } from '../status/day.ts';
import { instrumentRules } from '../instrument-rules.ts';
import { anAct } from './an-act.ts';
import { furtherActs } from './further-acts.ts';
import { randomOf } from './random.ts';

/** No invented act lies after this day. */
const lastDay = '2025-12-31';

// Share of States that the demonstration makes a party.
const shares: Readonly<Record<string, number>> = {
  untoc: 0.96,
  'untoc-tip': 0.9,
  'untoc-som': 0.78,
  'untoc-firearms': 0.63,
  uncac: 0.96,
  'drugs-1961': 0.95,
  'drugs-1971': 0.94,
  'drugs-1988': 0.97,
};
const opened: Readonly<Record<string, Day>> = { untoc: '2000-12-12', uncac: '2003-12-09', 'drugs-1988': '1988-12-20' };
const consentKinds: readonly ActionKind[] = [
  'ratification',
  'ratification',
  'ratification',
  'accession',
  'accession',
  'acceptance',
  'approval',
];

const states = countries.filter(({ membership }) => membership === 'member-state').map(({ alpha3 }) => alpha3);
const terrorism = Array.from({ length: 19 }, (_, at) => `ct-${String(at + 1).padStart(2, '0')}`);

/** Treaties that the invented log follows for all member States; the others it follows for some, so that a first start stays short. */
const followed = new Set(['untoc', 'untoc-tip', 'uncac', 'drugs-1988']);

/** An invented log: consents of all member States to four treaties, of some to all of them, and acts of every other kind. The same at each call. */
export function demonstrationLog(): readonly ActionRecordInput[] {
  const consents = states.flatMap((state, at) => {
    const main = Object.keys(shares).filter((treaty) => followed.has(treaty) || at % 3 === 0);
    return consentsOf(state, at % 12 === 0 ? [...main, ...terrorism] : main);
  });
  return [...consents, ...furtherActs(consents)].filter(({ deposited = '' }) => deposited <= lastDay);
}

function consentsOf(state: string, treaties: readonly string[]): ActionRecordInput[] {
  const acts: ActionRecordInput[] = [];
  const party = new Map<string, Day>();
  for (const treaty of treaties) {
    const random = randomOf(`${state}/${treaty}`);
    const first = opened[treaty] ?? findInstrument(treaty)?.adopted ?? lastDay;
    const isParty = random() < (shares[treaty] ?? 0.74);
    const signed = random() < (treaty === 'untoc' || treaty === 'uncac' ? 0.3 : 0.06);
    const signature = addDays(first, Math.floor(random() * 500));
    // Most come in the first years, some much later; to a protocol nobody comes before the convention.
    const years = 1 + Math.floor(random() ** 2.2 * 6500);
    const rules = instrumentRules.get(treaty);
    const needed = rules?.needsParent === undefined ? first : party.get(rules.parent ?? '');
    if (needed === undefined) continue;
    const deposited = addDays(later(signed ? signature : first, needed), years);
    const kind = signed ? pick(consentKinds, random()) : 'accession';
    if (signed) acts.push(anAct(state, treaty, 'signature', signature));
    if (!isParty) continue;
    party.set(treaty, deposited);
    // Where no rule is known, the depositary's date of effect must be there.
    const effect = later(addDays(deposited, 90), rules?.inForce ?? '');
    const more = rules?.entry === undefined ? { effect } : {};
    acts.push(anAct(state, treaty, signed && kind === 'accession' ? 'ratification' : kind, deposited, more));
  }
  return acts;
}

/** One of a list, by a number from 0 to 1. */
function pick<T>(list: readonly T[], at: number): T {
  const found = list[Math.min(list.length - 1, Math.floor(at * list.length))];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}
