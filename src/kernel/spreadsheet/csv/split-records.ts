const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Why text is no table of RFC 4180. */
export type CsvFault = 'stray-quote' | 'text-after-quote' | 'open-quote' | 'long-field' | 'many-fields' | 'zero';

export interface SplitterRules {
  readonly delimiter: string;
  readonly fieldCharacters: number;
  readonly fields: number;
  /** One record: its fields, and the line where it begins, from 1. */
  record(fields: string[], line: number): void;
  /** Must throw. */
  refuse(fault: CsvFault, line: number, field: number): never;
}

type State = 'start' | 'bare' | 'quoted' | 'after-quote';

/** Splits text that comes in pieces into records, strictly by RFC 4180, with LF, CRLF or CR at the end of lines. */
export class RecordSplitter {
  readonly #rules: SplitterRules;
  readonly #delimiter: number;
  #state: State = 'start';
  #fields: string[] = [];
  #partial = '';
  #line = 1;
  #recordLine = 1;
  #quoteLine = 1;
  #afterReturn = false;

  constructor(rules: SplitterRules) {
    this.#rules = rules;
    this.#delimiter = rules.delimiter.charCodeAt(0);
  }

  push(text: string): void {
    this.#refuseZero(text);
    let at = 0;
    if (this.#afterReturn && text.length > 0) {
      this.#afterReturn = false;
      if (text.charCodeAt(0) === lineFeed) at = 1;
    }
    while (at < text.length) {
      if (this.#state === 'start') {
        const opens = text.charCodeAt(at) === quote;
        this.#state = opens ? 'quoted' : 'bare';
        if (opens) this.#quoteLine = this.#line;
        if (opens) at++;
      } else if (this.#state === 'bare') at = this.#bare(text, at);
      else if (this.#state === 'quoted') at = this.#quoted(text, at);
      else at = this.#afterQuote(text, at);
    }
  }

  end(): void {
    if (this.#state === 'quoted') this.#rules.refuse('open-quote', this.#quoteLine, this.#fields.length + 1);
    if (this.#state !== 'start' || this.#fields.length > 0) this.#endRecord();
  }

  #bare(text: string, from: number): number {
    const delimiter = this.#delimiter;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === lineFeed || code === carriageReturn || code === quote) break;
    }
    this.#add(text, from, at);
    if (at === text.length) return at;
    if (text.charCodeAt(at) === quote) this.#rules.refuse('stray-quote', this.#line, this.#fields.length + 1);
    return this.#separator(text, at);
  }

  #quoted(text: string, from: number): number {
    const close = text.indexOf('"', from);
    const to = close < 0 ? text.length : close;
    this.#add(text, from, to);
    this.#line += countLineFeeds(text.slice(from, to));
    if (close < 0) return to;
    this.#state = 'after-quote';
    return to + 1;
  }

  #afterQuote(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === quote) {
      this.#add(text, at, at + 1);
      this.#state = 'quoted';
      return at + 1;
    }
    if (code !== this.#delimiter && code !== lineFeed && code !== carriageReturn) {
      this.#rules.refuse('text-after-quote', this.#line, this.#fields.length + 1);
    }
    return this.#separator(text, at);
  }

  /** At a delimiter or the end of a line; returns where the next field begins. */
  #separator(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === this.#delimiter) {
      this.#endField();
      return at + 1;
    }
    this.#endRecord();
    this.#recordLine = ++this.#line;
    if (code === lineFeed) return at + 1;
    if (at + 1 === text.length) this.#afterReturn = true;
    return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
  }

  #add(text: string, from: number, to: number): void {
    if (from === to) return;
    const piece = text.slice(from, to);
    this.#partial = this.#partial === '' ? piece : this.#partial + piece;
    if (this.#partial.length > this.#rules.fieldCharacters)
      this.#rules.refuse('long-field', this.#line, this.#fields.length + 1);
  }

  #endField(): void {
    this.#fields.push(this.#partial);
    if (this.#fields.length > this.#rules.fields) this.#rules.refuse('many-fields', this.#line, this.#fields.length);
    this.#partial = '';
    this.#state = 'start';
  }

  #endRecord(): void {
    this.#endField();
    const fields = this.#fields;
    this.#fields = [];
    this.#rules.record(fields, this.#recordLine);
  }

  #refuseZero(text: string): void {
    const zero = text.indexOf('\0');
    if (zero < 0) return;
    this.#rules.refuse('zero', this.#line + countLineFeeds(text.slice(0, zero)), this.#fields.length + 1);
  }
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
