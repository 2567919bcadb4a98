import { say } from '#kernel/i18n/say.ts';
import { findCrime } from '#reference/index.ts';
import type { Code } from '#engines/statistics/index.ts';
import { code, codelist } from '#engines/statistics/index.ts';

/** What is counted. */
export const indicators = codelist('CL_PRISONS_INDICATOR', say('Prison indicators'), [
  code('PERSONS_HELD', say('Persons held')),
  code('UNSENTENCED_BY_LENGTH', say('Persons held unsentenced, by length of detention')),
  code('ENTERING', say('Persons entering prison')),
  code('DEATHS', say('Mortality in prison')),
  code('CAPACITY', say('Official prison capacity')),
  code('FACILITIES', say('Number of prison facilities')),
  code('SUPERVISED', say('Persons under other types of supervision')),
  code('UNSENTENCED_SHARE_ESTIMATE', say("Unsentenced persons, the custodian's regional estimate")),
]);

/** A crime of the International Classification by its code there, in the words of the classification. */
function crime(id: string, parent: string): Code {
  return code(`ICCS${id}`, findCrime(id)?.name ?? id, parent);
}

/** One breakdown at a time, as the questionnaire asks for them; `_T` is no breakdown. */
export const breakdowns = codelist('CL_PRISONS_BREAKDOWN', say('Broken down by'), [
  code('_T', say('Total')),
  code('STATUS', say('By legal status')),
  code('SENTENCED', say('Sentenced'), 'STATUS'),
  code('UNSENTENCED', say('Unsentenced'), 'STATUS'),
  code('CITIZENSHIP', say('By citizenship')),
  code('NATIONAL', say('National citizens'), 'CITIZENSHIP'),
  code('FOREIGN', say('Foreign citizens'), 'CITIZENSHIP'),
  code('LENGTH', say('By length of detention')),
  code('LT_6_MONTHS', say('Unsentenced for less than 6 months'), 'LENGTH'),
  code('LT_12_MONTHS', say('Unsentenced for less than 12 months'), 'LENGTH'),
  code('GT_12_MONTHS', say('Unsentenced for more than 12 months'), 'LENGTH'),
  code('CAUSE', say('By cause of death')),
  code('NATURAL', say('Natural causes'), 'CAUSE'),
  code('EXTERNAL', say('External causes'), 'CAUSE'),
  code('HOMICIDE', say('External causes: intentional homicide'), 'EXTERNAL'),
  code('SUICIDE', say('External causes: suicide'), 'EXTERNAL'),
  code('ACCIDENT', say('External causes: accident or other'), 'EXTERNAL'),
  code('ACTS', say('By type of criminal acts')),
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((id) => crime(id, 'ACTS')),
  code('CRIME', say('By selected crime')),
  crime('0101', 'CRIME'),
  crime('03011', 'CRIME'),
  crime('06011', 'CRIME'),
  crime('06012', 'CRIME'),
  crime('07031', 'CRIME'),
]);
