import { isTerritory } from './is-territory.ts';
import type { TreatyAction } from './status/action.ts';
import type { Day } from './status/day.ts';
import { deriveStatus, type ParticipantStatus, type RulesByTreaty } from './status/derive-status.ts';

export interface Matrix {
  readonly treaties: readonly string[];
  readonly rows: readonly {
    readonly participant: string;
    readonly cells: readonly (ParticipantStatus | undefined)[];
  }[];
  /** Parties to each treaty among the rows, certain ones and those that may be; territories are not counted. */
  readonly counts: readonly { readonly parties: number; readonly uncertain: number; readonly signatories: number }[];
}

/** Participants down, treaties across, as things stood on the day. Participants without any action have a row of empty cells. */
export function statusMatrix(
  log: readonly TreatyAction[],
  participants: readonly string[],
  treaties: readonly string[],
  rules: RulesByTreaty,
  day: Day,
): Matrix {
  const columns = treaties.map((treaty) => deriveStatus(log, treaty, rules, day));
  const rows = participants.map((participant) => ({
    participant,
    cells: columns.map((column) => column.get(participant)),
  }));
  const count = (at: number, standing: ParticipantStatus['standing']): number =>
    rows.filter(({ participant, cells }) => cells[at]?.standing === standing && !isTerritory(participant)).length;
  const counts = treaties.map((_, at) => ({
    parties: count(at, 'party'),
    uncertain: count(at, 'uncertain'),
    signatories: count(at, 'signatory') + count(at, 'consented'),
  }));
  return { treaties, rows, counts };
}

/** Participants that are certainly parties to every one of the treaties, in the order of the rows. */
export function partiesToAll({ rows, treaties }: Matrix): readonly string[] {
  if (treaties.length === 0) return [];
  return rows
    .filter(({ participant, cells }) => !isTerritory(participant) && cells.every((cell) => cell?.standing === 'party'))
    .map(({ participant }) => participant);
}
