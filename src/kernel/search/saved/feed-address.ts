import { createHmac, timingSafeEqual } from 'node:crypto';

/** Path of a saved search's feed. It can be shown again at any time, and not be guessed; another number makes another one. */
export function feedAddress(secret: string, { id, feed }: { readonly id: string; readonly feed: number }): string {
  return `/feeds/searches/${id}/${token(secret, id, feed)}.atom`;
}

/** Whether this is the token of the address that is good now. */
export function isFeedToken(
  secret: string,
  { id, feed }: { readonly id: string; readonly feed: number },
  given: string,
): boolean {
  const [one, other] = [Buffer.from(token(secret, id, feed)), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const token = (secret: string, id: string, feed: number): string =>
  createHmac('sha256', secret).update(`search feed ${id} ${feed}`).digest('base64url').slice(0, 32);
