import { feedXml, createPlainParser, type PlainHandlers, type XmlLimits } from '#kernel/xml/index.ts';
import type { Zip, ZipEntry } from '#kernel/zip/index.ts';

/** Prefixes differ from writer to writer (x:row); inside one part local names are enough to tell elements apart. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Attribute by local name, for those that stand in a namespace (r:id). */
export function findAttribute(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  for (const name in attributes) if (name.endsWith(local) && localName(name) === local) return attributes[name];
  return undefined;
}

/** Reads one part of the package through handlers, handing over after each piece. */
export function readPart(
  zip: Zip,
  entry: ZipEntry,
  handlers: PlainHandlers,
  limits: Partial<XmlLimits> = {},
): AsyncGenerator<void, void, undefined> {
  const parser = createPlainParser(handlers, { name: entry.name, limits: { depth: 100, ...limits } });
  return feedXml(zip.read(entry), parser, entry.name);
}

export async function drain(pieces: AsyncGenerator<void, void, undefined>): Promise<void> {
  for await (const _ of pieces) {
    // Handlers do the work.
  }
}
