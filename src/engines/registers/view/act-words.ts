import { say, type Text } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { HistoryEntry } from '../records/list-history.ts';

const words: Readonly<Record<Exclude<HistoryEntry['act'], 'moved'>, Text>> = {
  made: say('Made'),
  saved: say('Changed'),
  restored: say('Restored from an earlier version'),
  imported: say('Imported'),
  undone: say('Import taken back'),
};

/** What was done to a record: in the words of its lifecycle where it was moved. */
export function actWords(register: RegisterDefinition, { act, move, state }: HistoryEntry): Text {
  if (act !== 'moved') return words[act];
  return (
    register.lifecycle.moves.find(({ id }) => id === move)?.label ??
    register.lifecycle.states.find(({ id }) => id === state)?.label ??
    state
  );
}
