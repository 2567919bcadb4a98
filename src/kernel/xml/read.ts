import { decodeXml } from './decode.ts';
import { createXmlParser, type XmlHandlers } from './namespaces.ts';
import type { XmlOptions, XmlParser } from './parser.ts';

export type XmlSource = string | Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Reads a whole document through the handlers, in constant memory; faults are Problems with line and column. */
export async function readXml(source: XmlSource, handlers: XmlHandlers, options: XmlOptions = {}): Promise<void> {
  const parser = createXmlParser(handlers, options);
  for await (const _ of feedXml(source, parser, options.name)) {
    // Handlers do the work; this only drives the parser to the end.
  }
}

/** Feeds a parser piece by piece and hands over after each, so that the caller can yield what its handlers have gathered. */
export async function* feedXml(
  source: XmlSource,
  parser: XmlParser,
  name?: string,
): AsyncGenerator<void, void, undefined> {
  if (typeof source === 'string') {
    parser.write(source.charCodeAt(0) === 0xfeff ? source.slice(1) : source);
  } else {
    const bytes = source instanceof Uint8Array ? [source] : source;
    for await (const text of decodeXml(bytes, name)) {
      parser.write(text);
      yield;
    }
  }
  parser.end();
  yield;
}
