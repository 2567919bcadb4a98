import { instruments } from '#reference/index.ts';
import type { Delay, TreatyRules } from './status/treaty-rules.ts';

const days = (count: number, article: string): Delay & { article: string } => ({ kind: 'days', days: count, article });
const months = (count: number, article: string): Delay & { article: string } => ({
  kind: 'months',
  months: count,
  article,
});
const secondMonth = (article: string): Delay & { article: string } => ({ kind: 'second-month', article });
const afterJuly = (article: string): Delay & { article: string } => ({ kind: 'january-after-july', article });

type Known = Pick<TreatyRules, 'entry' | 'denunciation' | 'parent' | 'needsParent' | 'endsWithParent'>;

const protocol = (entry: string, denunciation: string): Known => ({
  entry: days(30, entry),
  denunciation: months(12, denunciation),
  parent: 'untoc',
  needsParent: 'UNTOC art. 37 (2)',
  endsWithParent: 'UNTOC art. 40 (3)',
});

// Final clauses as they are generally known, not compared with the published texts here. An instrument without an entry rule needs
// the date of effect with every deposit.
const known: Readonly<Record<string, Known>> = {
  untoc: { entry: days(30, '38 (2)'), denunciation: months(12, '40 (1)') },
  'untoc-tip': protocol('17 (2)', '19 (1)'),
  'untoc-som': protocol('22 (2)', '24 (1)'),
  'untoc-firearms': protocol('18 (2)', '20 (1)'),
  uncac: { entry: days(30, '68 (2)'), denunciation: months(12, '70 (1)') },
  'drugs-1961': { entry: days(30, '41 (2)'), denunciation: afterJuly('46 (2)') },
  'drugs-1971': { entry: days(90, '26 (2)'), denunciation: afterJuly('29 (2)') },
  'drugs-1988': { entry: days(90, '29 (2)'), denunciation: months(12, '30 (1)') },
  'ct-01': { entry: days(90, '21 (2)'), denunciation: months(6, '23 (2)') },
  'ct-02': { entry: days(30, '13 (4)'), denunciation: months(6, '14 (2)') },
  'ct-03': { entry: days(30, '15 (4)'), denunciation: months(6, '16 (2)') },
  'ct-04': { entry: days(30, '17 (2)'), denunciation: months(6, '18 (2)') },
  'ct-05': { entry: days(30, '18 (2)'), denunciation: months(12, '19 (2)') },
  'ct-06': { entry: days(30, '19 (2)'), denunciation: days(180, '21 (2)') },
  'ct-07': { parent: 'ct-03' },
  'ct-08': { entry: days(90, '18 (2)'), denunciation: months(12, '19 (3)') },
  'ct-09': { entry: days(90, '6 (2)'), denunciation: months(12, '7 (3)'), parent: 'ct-08', needsParent: 'art. 5 (4)' },
  'ct-10': { entry: days(60, 'XIII (4)'), denunciation: days(180, 'XV (2)') },
  'ct-11': { entry: days(30, '22 (2)'), denunciation: months(12, '23 (2)') },
  'ct-12': { entry: days(30, '26 (2)'), denunciation: months(12, '27 (2)') },
  'ct-13': { entry: days(30, '25 (2)'), denunciation: months(12, '27 (2)') },
  'ct-14': { entry: days(0, '20 (2)'), parent: 'ct-06', needsParent: 'art. 20 (1)' },
  'ct-15': { parent: 'ct-08' },
  'ct-16': { parent: 'ct-09' },
  'ct-17': { entry: secondMonth('22 (2)'), denunciation: months(12, '23 (2)') },
  'ct-18': { entry: secondMonth('XXIII (2)'), parent: 'ct-02' },
  'ct-19': { entry: secondMonth('XVIII (2)'), parent: 'ct-01' },
};

/** What each of the 28 instruments says of entry into force for a party, denunciation, and the convention that it depends on. */
export const instrumentRules: ReadonlyMap<string, TreatyRules> = new Map(
  instruments.map(({ id, adopted, inForceSince }) => [
    id,
    { id, opened: adopted, ...(inForceSince !== undefined && { inForce: inForceSince }), ...known[id] },
  ]),
);
