import { sql } from 'kysely';
import { XmlWriter } from '#kernel/xml/index.ts';
import { feedAddress, isFeedToken } from './feed-address.ts';
import { runSaved } from './run-saved.ts';
import type { SavedRow, SavedSearchContext } from './saved-search.ts';

const size = 50;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The Atom feed (RFC 4287) behind an address: the newest of what its account may read at this moment. Undefined for an address that is
 * wrong or dead, and for an account that is closed.
 */
export async function readFeed(context: SavedSearchContext, id: string, token: string): Promise<string | undefined> {
  if (!uuid.test(id)) return undefined;
  const { rows } = await sql<SavedRow>`select id, account, name, query, language, alert, feed, told_until
    from saved_searches where id = ${id}`.execute(context.database.owner);
  const [saved] = rows;
  if (saved === undefined || !isFeedToken(context.secret, saved, token)) return undefined;
  const actor = await context.actorOf(saved.account);
  if (actor === undefined) return undefined;
  const { hits } = runSaved(context, saved, actor, { size });
  const address = (path: string): string => `${context.origin}/${saved.language}${path}`;
  const feed = `${context.origin}${feedAddress(context.secret, saved)}`;
  const xml = new XmlWriter()
    .declaration()
    .open('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': saved.language });
  xml.element('id', {}, feed).element('title', {}, saved.name);
  xml.element('updated', {}, hits[0]?.published ?? context.clock().toISOString());
  xml.element('link', { rel: 'self', type: 'application/atom+xml', href: feed });
  xml.open('author').element('name', {}, 'Mandata').close();
  for (const { id: own, title, titleLanguage, path, published, snippet } of hits) {
    xml.open('entry', { 'xml:lang': titleLanguage });
    xml.element('id', {}, `${context.origin}/#${encodeURIComponent(own)}`).element('title', {}, title);
    xml.element('updated', {}, published ?? '1970-01-01T00:00:00Z');
    xml.element('link', { rel: 'alternate', href: address(path) });
    if (snippet !== undefined) xml.element('summary', { 'xml:lang': snippet.language }, snippet.text);
    xml.close();
  }
  return xml.close().finish();
}
