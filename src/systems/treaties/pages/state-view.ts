import type { Language } from '#kernel/i18n/index.ts';
import { choiceQuery, participantName, type TreatyChoice } from '../log/choices.ts';
import { dateWords } from '../log/date-words.ts';
import type { TreatyLog } from '../log/open-log.ts';
import { sinceWords, standingWords } from '../log/standing-words.ts';
import { statusMatrix } from '../matrix.ts';
import { treatyGroups } from '../terms.ts';
import type { StateProps, StateTreatyRow } from './state.tsx';
import { actionRow } from './treaty-view.ts';

/** How a State stood towards every instrument on the day. */
export function stateTreaties(
  log: TreatyLog,
  state: string,
  day: string,
  language: Language,
): readonly StateTreatyRow[] {
  const date = dateWords(language);
  const ids = log.treaties.map(({ id }) => id);
  // What others object to matters for their statements, not for the State's own standing: its part of the log is enough.
  const actions = log.actions.filter(({ participant }) => participant === state);
  const cells = statusMatrix(actions, [state], ids, log.rules, day).rows[0]?.cells ?? [];
  return log.treaties.map(({ id, short, group }, at) => {
    const cell = cells[at];
    const since = cell === undefined ? undefined : sinceWords(cell, date);
    return {
      id,
      short,
      group: treatyGroups.terms.find((term) => term.id === group)?.label ?? group,
      standing: cell?.standing ?? 'none',
      standingWords: standingWords(cell?.standing ?? 'none'),
      ...(since !== undefined && { since }),
    };
  });
}

export function stateView(
  log: TreatyLog,
  state: string,
  choice: TreatyChoice,
  language: Language,
  demonstration: boolean,
): StateProps {
  const date = dateWords(language);
  const own = log.actions
    .filter(({ participant }) => participant === state)
    .toSorted((one, other) =>
      (one.deposited ?? one.knownBy ?? '') < (other.deposited ?? other.knownBy ?? '') ? 1 : -1,
    );
  const treatyName = new Map(
    log.treaties.map((treaty) => [treaty.id, treaty.short[language] ?? treaty.short.en ?? treaty.id]),
  );
  return {
    id: state,
    name: participantName(state, language),
    day: choice.day,
    dayWords: date(choice.day),
    log: log.kind,
    demonstration,
    rows: stateTreaties(log, state, choice.day, language),
    // In this list the column of the participant names the treaty instead.
    actions: own.map((action) => ({
      ...actionRow(action, language, date),
      who: treatyName.get(action.treaty) ?? action.treaty,
    })),
    otherLog: `/treaties/states/${state}${choiceQuery({ ...choice, log: choice.log === 'record' ? 'demonstration' : 'record' })}`,
  };
}
