import { createHash } from 'node:crypto';

/** Names a state of an answer: the same parts give the same tag. Weak, because the message's id and time differ each time. */
export function entityTag(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return `W/"${hash.digest('base64url').slice(0, 27)}"`;
}

/** Whether the client's copy is still good (RFC 9110, 13.2.2). If-Modified-Since may also be an ISO 8601 moment: SDMX clients send that. */
export function isFresh(headers: Headers, tag: string, modified: Date | undefined): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) {
    const bare = tag.replace(/^W\//, '');
    return tags.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === bare);
  }
  const since = headers.get('if-modified-since');
  if (since === null || modified === undefined) return false;
  const moment = Date.parse(since);
  // HTTP dates have whole seconds, so fractions of the answer's own moment do not count.
  return !Number.isNaN(moment) && Math.floor(modified.getTime() / 1000) * 1000 <= moment;
}
