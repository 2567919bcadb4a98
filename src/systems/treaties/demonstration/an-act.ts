import type { ActionRecordInput } from '../records/action-record.ts';
import type { ActionKind } from '../status/action.ts';
import type { Day } from '../status/day.ts';

const source = 'Demonstration, invented';

/** An invented entry; its number says so, and of whom, what and when it is. */
export function anAct(
  participant: string,
  treaty: string,
  kind: ActionKind,
  deposited: Day,
  more: Partial<ActionRecordInput> = {},
): ActionRecordInput {
  const id = `demo-${treaty}-${participant}-${kind}-${deposited}`.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-');
  return { id, treaty, participant, kind, deposited, articles: [], territories: [], source, ...more };
}
