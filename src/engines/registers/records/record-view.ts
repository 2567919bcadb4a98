import type { Actor } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { TextValue } from '../fields/values.ts';
import { reads, type Readers } from '../store/audiences.ts';
import { dataOf, revisionOf, type Loaded, type RecordRow } from '../store/load-record.ts';
import type { Data } from '../store/split-record.ts';

/** When something was done, and by whom: the account's id is for those who work here, the role for everybody. */
export interface Touch {
  readonly at: Date;
  readonly role: string;
  readonly by?: string;
}

/** A record as one reader may know it. */
export interface RecordView {
  readonly register: string;
  readonly id: string;
  /** Number of the shared part's version. */
  readonly version: number;
  /** Names exactly what the reader has before them; a save says which it began from. */
  readonly revision: string;
  /** State of the lifecycle. */
  readonly state: string;
  readonly withdrawn: boolean;
  /** Why, where the last move said so. */
  readonly reason?: string;
  /** ISO 3166-1 alpha-3 of the State that the record is about or of. */
  readonly country?: string;
  readonly demonstration: boolean;
  readonly title: TextValue;
  readonly data: Data;
  readonly made: Touch;
  readonly changed: Touch;
}

/** Presents what was loaded; `data` where references that the reader may not follow have been taken out. */
export function recordView(register: RegisterDefinition, actor: Actor, loaded: Loaded, data?: Data): RecordView {
  const { row, parts } = loaded;
  const latest = parts.reduce<{ seq: number; at: Date; by: string; role: string }>(
    (last, part) => (part.seq > last.seq ? { ...part, by: part.by_account, role: part.by_role } : last),
    { seq: row.seq, at: row.changed_at, by: row.changed_by, role: row.changed_role },
  );
  const withdrawn = register.lifecycle.states.find(({ id }) => id === row.state)?.withdrawn === true;
  return {
    register: register.id,
    id: row.id,
    version: row.version,
    revision: revisionOf(loaded),
    state: row.state,
    withdrawn,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.country !== null && { country: row.country }),
    demonstration: row.demonstration,
    title: row.title as TextValue,
    data: data ?? dataOf(register, loaded),
    made: touchOf(actor, row, { at: row.made_at, by: row.made_by, role: row.made_role }),
    changed: touchOf(actor, row, latest),
  };
}

/** Names the account to the office and to the State whose record it is, and the role to everybody. */
export function touchOf(
  actor: Actor,
  { country }: Pick<RecordRow, 'country'>,
  { at, by, role }: { at: Date; by: string; role: string },
): Touch {
  const office: Readers = { audience: 'office', ownState: country === null ? undefined : `state:${country}` };
  return { at, role, ...(reads(actor, office) && { by }) };
}
