import { escapeAttribute, escapeText } from './escape.ts';

export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Writes XML into a text that the caller takes away in chunks: `if (xml.length > 65_536) yield xml.take()`. Names are the
 * program's own and are written as they are; content is always escaped.
 */
export class XmlWriter {
  #text = '';
  #open: string[] = [];

  /** Characters that wait to be taken. */
  get length(): number {
    return this.#text.length;
  }

  declaration(): this {
    this.#text += '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    return this;
  }

  /** Start tag; attributes that are undefined are left out. */
  open(name: string, attributes?: XmlAttributes): this {
    this.#text += `<${name}${attributes === undefined ? '' : written(attributes)}>`;
    this.#open.push(name);
    return this;
  }

  text(text: string | number): this {
    this.#text += typeof text === 'number' ? String(text) : escapeText(text);
    return this;
  }

  /** End tag of the innermost open element. */
  close(): this {
    const name = this.#open.pop();
    if (name === undefined) throw new Error('every element is closed already');
    this.#text += `</${name}>`;
    return this;
  }

  /** An element with text, or an empty one. */
  element(name: string, attributes?: XmlAttributes, text?: string | number): this {
    const start = `<${name}${attributes === undefined ? '' : written(attributes)}`;
    if (text === undefined) this.#text += `${start}/>`;
    else this.#text += `${start}>${typeof text === 'number' ? text : escapeText(text)}</${name}>`;
    return this;
  }

  /** XML that this program made before; never text from outside. */
  raw(xml: string): this {
    this.#text += xml;
    return this;
  }

  /** Hands over what was written since the last time. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** Hands over the rest; an element that is still open is a mistake of the program. */
  finish(): string {
    if (this.#open.length > 0) throw new Error(`the element ${this.#open.at(-1)} is still open`);
    return this.take();
  }
}

function written(attributes: XmlAttributes): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}="${typeof value === 'string' ? escapeAttribute(value) : value}"`;
  }
  return text;
}
