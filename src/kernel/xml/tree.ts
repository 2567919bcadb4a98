import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { createXmlParser, type XmlTag } from './namespaces.ts';
import type { XmlOptions } from './parser.ts';
import { feedXml, type XmlSource } from './read.ts';

/** An element with all that is in it, for documents small enough to hold at once. */
export interface XmlElement extends XmlTag {
  readonly children: readonly (XmlElement | string)[];
  /** Line and column of the end of its start tag, from 1. */
  readonly line: number;
  readonly column: number;
}

export interface XmlTreeOptions extends XmlOptions {
  /** Elements and texts together; 200,000 by default. */
  readonly nodes?: number;
}

type Growing = XmlElement & { readonly children: (XmlElement | string)[] };

/** Reads a small document into a tree; more nodes than allowed is 'too-large'. */
export async function readXmlTree(source: XmlSource, options: XmlTreeOptions = {}): Promise<XmlElement> {
  const most = options.nodes ?? 200_000;
  const open: Growing[] = [];
  let root: Growing | undefined;
  let nodes = 0;
  const count = () => {
    if (++nodes <= most) return;
    throw new Problem(
      'too-large',
      say('{document} has more than {limit} parts (reached in line {line}).', {
        document: options.name ?? 'document',
        limit: most,
        line: parser.line,
      }),
      { details: { limit: most, line: parser.line } },
    );
  };
  const parser = createXmlParser(
    {
      open(tag) {
        count();
        const element: Growing = { ...tag, children: [], line: parser.line, column: parser.column };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      text(text) {
        const children = open.at(-1)?.children;
        if (children === undefined) return;
        // A comment or CDATA section in the middle must not split a text in two.
        const before = children.at(-1);
        if (typeof before === 'string') children[children.length - 1] = before + text;
        else {
          count();
          children.push(text);
        }
      },
      close: () => void open.pop(),
    },
    options,
  );
  for await (const _ of feedXml(source, parser, options.name)) {
    // Handlers do the work.
  }
  // The parser refuses a document without a root element.
  return root!;
}

/** Child elements by local name, in any namespace unless one is given; all of them without a name. */
export function childrenOf(element: XmlElement, local?: string, namespace?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' &&
      (local === undefined || child.local === local) &&
      (namespace === undefined || child.namespace === namespace),
  );
}

/** First such child, if there is one. */
export function findChild(element: XmlElement, local: string, namespace?: string): XmlElement | undefined {
  return childrenOf(element, local, namespace)[0];
}

/** All text inside an element, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
