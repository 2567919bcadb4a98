import type { Database, Handle } from '#kernel/database/types.ts';
import { readHead } from './head-file.ts';
import type { Head } from './head-file.ts';
import { merkleRoot } from './merkle-root.ts';
import { beginning, isGenuine } from './seal.ts';
import type { Seal } from './seal.ts';
import { countEntries, entriesOfBatches } from './store/sealed-entries.ts';
import { sealsAfter } from './store/seals.ts';

/** What is wrong with the first batch that does not hold. */
export type Break =
  | 'batch-missing'
  | 'seal-changed'
  | 'chain-broken'
  | 'entries-changed'
  | 'entries-astray'
  | 'head-missing'
  | 'head-unreadable'
  | 'head-not-ours'
  | 'head-not-in-chain';

export interface Verification {
  /** Entries in the log, and how many of them wait for the next seal. */
  readonly entries: number;
  readonly unsealed: number;
  readonly ok: boolean;
  /** Number of the first batch that cannot be trusted; null when all can. */
  readonly brokenAt: number | null;
  readonly because?: Break;
}

const batchesAtOnce = 50;

/** Walks the whole chain and finds what was edited, deleted, added, reordered, cut off or sealed anew. Reads only. */
export async function verifyAudit(
  database: Database,
  { secret, headFile }: { secret: string; headFile: string },
): Promise<Verification> {
  // Read before the chain: a batch that is sealed meanwhile may lie beyond the head, never the other way round.
  const head = await readHead(headFile);
  const { last, broken } = await walk(database.owner, secret, head);
  const { entries, unsealed, astray } = await countEntries(database.owner);
  const found = broken ?? (astray > 0 ? { at: last + 1, because: 'entries-astray' as const } : undefined);
  if (found === undefined) return { entries, unsealed, ok: true, brokenAt: null };
  return { entries, unsealed, ok: false, brokenAt: found.at, because: found.because };
}

interface Found {
  readonly at: number;
  readonly because: Break;
}

async function walk(owner: Handle, secret: string, head: Head): Promise<{ last: number; broken?: Found }> {
  let previous: Pick<Seal, 'batch' | 'hash' | 'total'> = { batch: 0, hash: beginning, total: 0 };
  let sawHead = false;
  for (;;) {
    const seals = await sealsAfter(owner, previous.batch, batchesAtOnce);
    if (seals.length === 0) break;
    const texts = await textsByBatch(owner, seals);
    for (const seal of seals) {
      const because = faultOf(secret, previous, seal, texts.get(seal.batch) ?? []);
      if (because !== undefined) return { last: seal.batch, broken: { at: previous.batch + 1, because } };
      if (typeof head === 'object' && head.hash === seal.hash) sawHead = true;
      previous = seal;
    }
  }
  const because = faultOfHead(secret, head, previous.batch, sawHead);
  const at = typeof head === 'object' ? Math.min(head.batch, previous.batch + 1) : previous.batch;
  return { last: previous.batch, ...(because !== undefined && { broken: { at, because } }) };
}

async function textsByBatch(owner: Handle, seals: readonly Seal[]): Promise<Map<number, string[]>> {
  const [first, last] = [seals[0]?.batch ?? 0, seals.at(-1)?.batch ?? 0];
  const entries = await entriesOfBatches(owner, first, last);
  const texts = new Map<number, string[]>(seals.map(({ batch }) => [batch, []]));
  for (const { batch, text } of entries) texts.get(batch)?.push(text);
  return texts;
}

function faultOf(
  secret: string,
  previous: Pick<Seal, 'batch' | 'hash' | 'total'>,
  seal: Seal,
  texts: readonly string[],
): Break | undefined {
  if (seal.batch !== previous.batch + 1) return 'batch-missing';
  if (!isGenuine(secret, seal)) return 'seal-changed';
  if (seal.previous !== previous.hash || seal.total !== previous.total + seal.entries) return 'chain-broken';
  return texts.length === seal.entries && merkleRoot(texts) === seal.root ? undefined : 'entries-changed';
}

function faultOfHead(secret: string, head: Head, last: number, sawHead: boolean): Break | undefined {
  if (head === 'unreadable') return 'head-unreadable';
  if (head === 'missing') return last === 0 ? undefined : 'head-missing';
  if (!isGenuine(secret, head)) return 'head-not-ours';
  return sawHead ? undefined : 'head-not-in-chain';
}
