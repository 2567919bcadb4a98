import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { createPlainParser, type PlainTag, type XmlOptions, type XmlParser } from './parser.ts';

/** An element with its namespace resolved ('' when it has none). */
export interface XmlTag {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  /** By local name for attributes without a prefix, by `{namespace}local` for those with one. Declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface XmlHandlers {
  open?(tag: XmlTag): void;
  text?(text: string): void;
  close?(tag: XmlTag): void;
}

type Scope = ReadonlyMap<string, string>;

const outermost: Scope = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

/** Starts a parser that resolves namespaces (Namespaces in XML 1.0); a prefix that nobody declared is refused. */
export function createXmlParser(handlers: XmlHandlers, options: XmlOptions = {}): XmlParser {
  const open: { readonly tag: XmlTag; readonly scope: Scope }[] = [];
  const undeclared = (prefix: string) =>
    new Problem(
      'invalid',
      say('{document} uses the prefix {prefix} without declaring it, at line {line}, column {column}.', {
        document: options.name ?? 'document',
        prefix,
        line: parser.line,
        column: parser.column,
      }),
      { details: { line: parser.line, column: parser.column } },
    );
  const parser = createPlainParser(
    {
      open(plain) {
        const scope = scopeOf(plain, open.at(-1)?.scope ?? outermost);
        const tag = resolve(plain, scope, undeclared);
        open.push({ tag, scope });
        handlers.open?.(tag);
      },
      ...(handlers.text && { text: (text: string) => handlers.text?.(text) }),
      close() {
        const closed = open.pop();
        if (closed !== undefined) handlers.close?.(closed.tag);
      },
    },
    options,
  );
  return parser;
}

function scopeOf(tag: PlainTag, outer: Scope): Scope {
  let scope: Map<string, string> | undefined;
  for (const name in tag.attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    scope.set(name === 'xmlns' ? '' : name.slice(6), tag.attributes[name]!);
  }
  return scope ?? outer;
}

function resolve(plain: PlainTag, scope: Scope, undeclared: (prefix: string) => Problem): XmlTag {
  const namespaceOf = (prefix: string): string => {
    const namespace = scope.get(prefix);
    // xmlns:p="" takes a prefix away, which version 1.0 does not allow; either way it is not declared here.
    if (namespace === undefined || (namespace === '' && prefix !== '')) throw undeclared(prefix);
    return namespace;
  };
  const attributes = new Map<string, string>();
  for (const name in plain.attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const colon = name.indexOf(':');
    const key = colon < 0 ? name : `{${namespaceOf(name.slice(0, colon))}}${name.slice(colon + 1)}`;
    attributes.set(key, plain.attributes[name]!);
  }
  const colon = plain.name.indexOf(':');
  return {
    name: plain.name,
    local: colon < 0 ? plain.name : plain.name.slice(colon + 1),
    namespace: namespaceOf(colon < 0 ? '' : plain.name.slice(0, colon)),
    attributes,
  };
}
