import { directionOf, type Language } from '#kernel/i18n/index.ts';
import { XmlWriter } from '#kernel/xml/index.ts';

export interface FeedEntry {
  readonly register: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly reason?: string;
  readonly demonstration: boolean;
  readonly changed: { readonly at: Date };
  readonly made: { readonly at: Date };
}

export interface Feed {
  /** Its own address, whole. */
  readonly address: string;
  readonly origin: string;
  readonly language: Language;
  readonly title: string;
  readonly entries: readonly FeedEntry[];
}

/** An Atom feed (RFC 4287) of records, the latest change first. */
export function atomFeed({ address, origin, language, title, entries }: Feed): string {
  const latest = entries[0]?.changed.at ?? new Date(0);
  const xml = new XmlWriter()
    .declaration()
    .open('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language, dir: directionOf(language) })
    .element('id', undefined, address)
    .element('title', undefined, title)
    .element('updated', undefined, latest.toISOString())
    .element('link', { rel: 'self', type: 'application/atom+xml', href: address })
    .open('author')
    .element('name', undefined, 'Mandata')
    .close();
  for (const { register, id, title: name, state, reason, demonstration, changed, made } of entries) {
    const page = `${origin}/registers/${register}/${encodeURIComponent(id)}`;
    xml
      .open('entry')
      .element('id', undefined, page)
      .element('title', undefined, name === '' ? id : name)
      .element('published', undefined, made.at.toISOString())
      .element('updated', undefined, changed.at.toISOString())
      .element('link', { rel: 'alternate', href: page })
      .element('category', { term: state });
    if (demonstration) xml.element('category', { term: 'demonstration' });
    if (reason !== undefined) xml.element('summary', undefined, reason);
    xml.close();
  }
  return xml.close().finish();
}
