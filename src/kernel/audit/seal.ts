import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** One link of the chain: a batch of entries, bound to the link before it and signed with the house's secret. */
export interface Seal {
  readonly batch: number;
  /** Entries of this batch, and of all batches up to it. */
  readonly entries: number;
  readonly total: number;
  readonly root: string;
  readonly previous: string;
  /** ISO 8601, to the millisecond. */
  readonly sealedAt: string;
  readonly hash: string;
  readonly signature: string;
}

/** What the first link is chained to. */
export const beginning = '0'.repeat(64);

type Sealed = Omit<Seal, 'hash' | 'signature'>;

export function hashOf({ batch, entries, total, root, previous, sealedAt }: Sealed): string {
  return createHash('sha256')
    .update(JSON.stringify(['mandata audit seal 1', batch, entries, total, root, previous, sealedAt]))
    .digest('hex');
}

/** Signs a hash; who can write to the database but does not know the secret cannot seal a changed log anew. */
function signatureOf(secret: string, hash: string): string {
  const key = hkdfSync('sha256', secret, '', 'mandata audit', 32);
  return createHmac('sha256', Buffer.from(key)).update(hash).digest('hex');
}

export function sealOf(secret: string, sealed: Sealed): Seal {
  const hash = hashOf(sealed);
  return { ...sealed, hash, signature: signatureOf(secret, hash) };
}

/** Whether the link's hash follows from what it states and its signature is the house's. */
export function isGenuine(secret: string, seal: Seal): boolean {
  const [given, right] = [Buffer.from(seal.signature), Buffer.from(signatureOf(secret, seal.hash))];
  return hashOf(seal) === seal.hash && given.length === right.length && timingSafeEqual(given, right);
}
