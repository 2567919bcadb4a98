import { SaxesParser } from 'saxes';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { defaultXmlLimits, type XmlLimits } from './limits.ts';

/** An element as it is written, prefix included; attributes by the name as written. */
export interface PlainTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface PlainHandlers {
  open?(tag: PlainTag): void;
  /** Text between two tags; a CDATA section or a comment splits it into several calls. */
  text?(text: string): void;
  /** Called at each end tag, also for an element written as one empty tag. */
  close?(name: string): void;
}

export interface XmlOptions {
  /** What messages call the document. */
  readonly name?: string;
  readonly limits?: Partial<XmlLimits>;
  /**
   * A document type declaration is refused by default. 'ignore' reads past it, for feeds that carry an old one: entities
   * that it declares stay undefined and are refused where they are used, and nothing external is ever fetched.
   */
  readonly doctype?: 'refuse' | 'ignore';
}

/** Takes text in pieces and calls the handlers; every fault is a Problem that names line and column. */
export interface XmlParser {
  write(text: string): void;
  /** Ends the document: what is still open is refused. */
  end(): void;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/** Longest piece given to saxes at once, so that what it holds is looked at often enough. */
const pieceLength = 64 * 1024;

/** saxes with its errors as Problems. */
class StrictParser extends SaxesParser<{ xmlns: false; position: false }> {
  refusal: ((reason: string) => Problem) | undefined;

  override makeError(reason: string): Error {
    return this.refusal?.(reason) ?? new Error(reason);
  }
}

/** Starts a parser that keeps names as written. The only place where saxes is used: here it gets the bounds that it lacks. */
export function createPlainParser(handlers: PlainHandlers, options: XmlOptions = {}): XmlParser {
  const limits = { ...defaultXmlLimits, ...options.limits };
  const parser = new StrictParser({ xmlns: false, position: false });
  const refusals = refusalsOf(options.name ?? 'document', parser, limits);
  parser.refusal = refusals.malformed;
  // The built-in table inherits from Object, so that &constructor; would be "defined".
  parser.ENTITIES = Object.assign(Object.create(null), { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" });
  let depth = 0;
  let attributes = 0;
  let held = 0;

  // Six handlers and no more: with a seventh V8 keeps the parser as a slow dictionary, and reading takes five times as long.
  const text = (value: string) => {
    held = 0;
    if (value.length > limits.text) throw refusals.longText();
    handlers.text?.(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('attribute', ({ value }) => {
    if (++attributes > limits.attributes) throw refusals.manyAttributes();
    if (value.length > limits.text) throw refusals.longText();
  });
  parser.on('opentag', (tag) => {
    held = attributes = 0;
    if (++depth > limits.depth) throw refusals.deep();
    handlers.open?.(tag);
  });
  parser.on('closetag', (tag) => {
    held = 0;
    depth--;
    handlers.close?.(tag.name);
  });
  parser.on('doctype', () => {
    if (options.doctype !== 'ignore') throw refusals.doctype();
  });

  return {
    write(whole) {
      for (let at = 0; at < whole.length; at += pieceLength) {
        const piece = whole.length <= pieceLength ? whole : whole.slice(at, at + pieceLength);
        held += piece.length;
        parser.write(piece);
        if (held > limits.text + pieceLength) throw refusals.longText();
      }
    },
    end: () => void parser.close(),
    get line() {
      return parser.line;
    },
    get column() {
      return parser.column + 1;
    },
  };
}

function refusalsOf(document: string, parser: { readonly line: number; readonly column: number }, limits: XmlLimits) {
  const here = () => ({ document, line: parser.line, column: parser.column + 1 });
  return {
    malformed: (reason: string) =>
      new Problem(
        'invalid',
        say(
          '{document} is not well-formed XML at line {line}, column {column}. Save it again with the program that made it.',
          here(),
        ),
        { details: { ...here(), reason } },
      ),
    doctype: () =>
      new Problem(
        'invalid',
        say(
          '{document} carries a document type declaration (line {line}), which can hide attacks and is not read. Remove it.',
          here(),
        ),
        { details: here() },
      ),
    deep: () =>
      tooLarge(
        say('{document} nests elements more than {limit} deep at line {line}, column {column}.', {
          ...here(),
          limit: limits.depth,
        }),
        here(),
        limits.depth,
      ),
    manyAttributes: () =>
      tooLarge(
        say('{document} has an element with more than {limit} attributes at line {line}, column {column}.', {
          ...here(),
          limit: limits.attributes,
        }),
        here(),
        limits.attributes,
      ),
    longText: () =>
      tooLarge(
        say('{document} has a text longer than {limit} characters at line {line}, column {column}.', {
          ...here(),
          limit: limits.text,
        }),
        here(),
        limits.text,
      ),
  };
}

function tooLarge(said: ReturnType<typeof say>, place: Readonly<Record<string, unknown>>, limit: number): Problem {
  return new Problem('too-large', said, { details: { ...place, limit } });
}
