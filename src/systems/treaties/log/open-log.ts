import type { Multilingual } from '#kernel/i18n/say.ts';
import { anonymous } from '#kernel/policy/index.ts';
import { findRecords, type RecordView, type RegistersContext } from '#engines/registers/index.ts';
import { instrumentRules } from '../instrument-rules.ts';
import { readAction } from '../read-action.ts';
import type { TreatyAction } from '../status/action.ts';
import type { RulesByTreaty } from '../status/derive-status.ts';
import { readTreaty, type Treaty } from './read-treaty.ts';

/** Which entries: what is on record, or what was invented to try the platform out. They are never read together. */
export type LogKind = 'record' | 'demonstration';

/** An entry with what a page says of it. */
export interface LoggedAction extends TreatyAction {
  readonly record: string;
  readonly source: string;
  readonly notice?: string;
  readonly wording?: Multilingual;
}

export interface TreatyLog {
  readonly kind: LogKind;
  readonly treaties: readonly Treaty[];
  readonly rules: RulesByTreaty;
  readonly actions: readonly LoggedAction[];
}

/** Reads the public part of the log; kept until one of its records changes. */
export interface TreatyLogs {
  read(context: RegistersContext, kind: LogKind): Promise<TreatyLog>;
}

/** More than all entries that the depositaries together have. */
const most = 100_000;

export function openLogs(): TreatyLogs {
  const kept = new Map<LogKind, { readonly mark: string; readonly log: Promise<TreatyLog> }>();
  return {
    async read(context, kind) {
      const open: RegistersContext = { ...context, actor: anonymous };
      const mark = await markOf(open, kind);
      const known = kept.get(kind);
      if (known?.mark === mark) return known.log;
      const log = readLog(open, kind);
      kept.set(kind, { mark, log });
      // A read that failed is not kept.
      log.catch(() => kept.delete(kind));
      return log;
    },
  };
}

/** Number of records and the name of the latest change, of both registers. */
async function markOf(context: RegistersContext, kind: LogKind): Promise<string> {
  const marks = await Promise.all(
    ['treaties', 'treaty-actions'].map(async (register) => {
      const demonstration = register === 'treaty-actions' && kind === 'demonstration' ? 'only' : 'none';
      const { total, records } = await findRecords(context, register, { size: 1, sort: '-changed', demonstration });
      return `${total}/${records[0]?.revision ?? ''}`;
    }),
  );
  return marks.join(' ');
}

async function readLog(context: RegistersContext, kind: LogKind): Promise<TreatyLog> {
  const found = await findRecords(context, 'treaties', { size: most, sort: 'adopted', demonstration: 'none' });
  const treaties = found.records.map(readTreaty).filter((treaty) => treaty !== undefined);
  const { records } = await findRecords(context, 'treaty-actions', {
    size: most,
    demonstration: kind === 'demonstration' ? 'only' : 'none',
  });
  return {
    kind,
    treaties,
    rules: new Map(treaties.map((treaty) => [treaty.id, { ...instrumentRules.get(treaty.id), ...rulesOf(treaty) }])),
    actions: records.map(loggedAction).filter((action) => action !== undefined),
  };
}

// What editors keep in the record goes before what is known of the final clauses.
const rulesOf = ({ id, adopted, inForce, parent }: Treaty) => ({
  id,
  opened: adopted,
  ...(inForce !== undefined && { inForce }),
  ...(parent !== undefined && { parent }),
});

function loggedAction({ id, data }: RecordView): LoggedAction | undefined {
  const action = readAction(id, data);
  if (action === undefined) return undefined;
  const { source, notice, wording } = data;
  return {
    ...action,
    record: id,
    source: typeof source === 'string' ? source : '',
    ...(typeof notice === 'string' && { notice }),
    ...(isTexts(wording) && { wording }),
  };
}

const isTexts = (value: unknown): value is Multilingual => typeof value === 'object' && value !== null;
