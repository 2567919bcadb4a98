import type { TestServer } from '#kernel/testing/index.ts';

export interface Visited {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The page whose link led here first. */
  readonly from: string;
}

interface Crawl {
  readonly most: number;
  /** Headers of each request, such as a session's cookie. */
  readonly headers?: Record<string, string>;
  /** Links that are followed; all of the site's own unless given. */
  readonly follow?: (path: string) => boolean;
}

const atOnce = 4;

/**
 * Walks the links of the site's pages from `start`, at most `most` addresses, and gives every answer. Pages of one kind
 * (all countries, all indicators of a country) take turns with those of others, so that a limit cuts off none of the kinds.
 */
export async function crawl(server: TestServer, start: string, options: Crawl): Promise<Visited[]> {
  const visited: Visited[] = [];
  const seen = new Set([start]);
  const kinds = new Map<string, { path: string; from: string }[]>([[kindOf(start), [{ path: start, from: '' }]]]);
  const next = (): { path: string; from: string } | undefined => {
    for (const [kind, waiting] of kinds) {
      const one = waiting.shift();
      kinds.delete(kind); // its turn is over: to the end of the round
      if (waiting.length > 0) kinds.set(kind, waiting);
      if (one !== undefined) return one;
    }
    return undefined;
  };
  const visit = async ({ path, from }: { path: string; from: string }): Promise<void> => {
    const answer = await server.ask(path, { headers: { accept: 'text/html,*/*;q=0.8', ...options.headers } });
    const type = answer.headers.get('content-type') ?? '';
    const text = await answer.text();
    visited.push({ path, status: answer.status, type, text, from });
    const found = [answer.headers.get('location') ?? '', ...(type.startsWith('text/html') ? linksIn(text) : [])];
    for (const link of found) {
      const own = ownPath(server, link, path);
      if (own === undefined || seen.has(own) || options.follow?.(own) === false) continue;
      seen.add(own);
      const waiting = kinds.get(kindOf(own)) ?? [];
      waiting.push({ path: own, from: path });
      kinds.set(kindOf(own), waiting);
    }
  };
  for (;;) {
    const batch: { path: string; from: string }[] = [];
    while (batch.length < atOnce && visited.length + batch.length < options.most) {
      const one = next();
      if (one === undefined) break;
      batch.push(one);
    }
    if (batch.length === 0) return visited;
    await Promise.all(batch.map(visit));
  }
}

/** Addresses that a page links to, shows or loads. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"'),
  );
}

/** Path and query of a link to the site itself; undefined for one that leads elsewhere. Without MANDATA_ORIGIN the site calls itself localhost:PORT. */
function ownPath(server: TestServer, link: string, base: string): string | undefined {
  if (link === '' || !URL.canParse(link, `${server.address}${base}`)) return undefined;
  const { hostname, port, protocol, pathname, search } = new URL(link, `${server.address}${base}`);
  if (protocol !== 'http:' || !['127.0.0.1', 'localhost'].includes(hostname)) return undefined;
  return port === new URL(server.address).port ? pathname + search : undefined;
}

/** The path with codes and numbers taken out: what is left tells kinds of pages apart. */
function kindOf(path: string): string {
  const [place = '', query = ''] = path.split('?');
  const shape = place
    .split('/')
    .slice(1)
    .map((word) => (/\d|[A-Z]|%/.test(word) ? '*' : word))
    .join('/');
  return `${shape}?${[...new URLSearchParams(query).keys()].join(',')}`;
}
