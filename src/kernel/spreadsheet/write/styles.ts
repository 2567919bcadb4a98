import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { type XmlAttributes, XmlWriter } from '#kernel/xml/index.ts';
import type { CellStyle } from './definition.ts';

/** Formats that dates get when their style names none. */
export const dateFormat = 'yyyy-mm-dd';
export const dateTimeFormat = 'yyyy-mm-dd hh:mm:ss';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const firstOwnFormat = 164;

/** Gathers the styles that cells really use and writes them as one part at the end. */
export class StyleSheet {
  readonly #named: Readonly<Record<string, CellStyle>>;
  readonly #fonts = new Pool(['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>']);
  readonly #fills = new Pool([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  readonly #borders = new Pool(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  readonly #formats = new Pool([]);
  readonly #styles = new Pool([]);
  readonly #known = new Map<string, number>();

  constructor(named: Readonly<Record<string, CellStyle>>) {
    this.#named = named;
    this.use(undefined);
  }

  /** Number of a style; `format` fills in where the style names none, `quoted` marks text that looks like a formula as text. */
  use(name: string | undefined, format?: string, quoted = false): number {
    const key = `${name ?? ''}\0${format ?? ''}\0${quoted ? 1 : 0}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (name !== undefined && !Object.hasOwn(this.#named, name)) {
      throw new Problem(
        'wrong-use',
        say('The workbook uses the style {style}, which it does not define.', { style: name }),
      );
    }
    const number = this.#styles.add(this.#written(name === undefined ? {} : (this.#named[name] ?? {}), format, quoted));
    this.#known.set(key, number);
    return number;
  }

  #written(style: CellStyle, format: string | undefined, quoted: boolean): string {
    const code = style.numberFormat ?? format;
    const numbers = {
      numFmtId: code === undefined ? 0 : firstOwnFormat + this.#formats.add(code),
      fontId: this.#fonts.add(font(style)),
      fillId: this.#fills.add(fill(style)),
      borderId: this.#borders.add(border(style)),
    };
    const alignment: XmlAttributes = {
      horizontal: style.align,
      vertical: style.vertical,
      wrapText: style.wrap ? 1 : undefined,
      indent: style.indent,
    };
    const aligned = Object.values(alignment).some((value) => value !== undefined);
    const xml = new XmlWriter().open('xf', {
      ...numbers,
      xfId: 0,
      quotePrefix: quoted ? 1 : undefined,
      applyNumberFormat: code === undefined ? undefined : 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: aligned ? 1 : undefined,
      applyProtection: style.unlocked ? 1 : undefined,
    });
    if (aligned) xml.element('alignment', alignment);
    if (style.unlocked) xml.element('protection', { locked: 0 });
    return xml.close().finish();
  }

  /** The part `styles.xml`. */
  part(): string {
    const xml = new XmlWriter().declaration().open('styleSheet', { xmlns: main });
    const formats = this.#formats.all;
    if (formats.length > 0) {
      xml.open('numFmts', { count: formats.length });
      for (const [at, formatCode] of formats.entries())
        xml.element('numFmt', { numFmtId: firstOwnFormat + at, formatCode });
      xml.close();
    }
    for (const [name, pool] of [
      ['fonts', this.#fonts],
      ['fills', this.#fills],
      ['borders', this.#borders],
    ] as const) {
      xml.open(name, { count: pool.all.length }).raw(pool.all.join('')).close();
    }
    xml.raw('<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>');
    xml.open('cellXfs', { count: this.#styles.all.length }).raw(this.#styles.all.join('')).close();
    xml.raw('<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>');
    return xml.close().finish();
  }
}

/** Each thing once, numbered in order of first use. */
class Pool {
  readonly #numbers = new Map<string, number>();

  constructor(first: readonly string[]) {
    for (const item of first) this.add(item);
  }

  add(item: string): number {
    const known = this.#numbers.get(item);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(item, number);
    return number;
  }

  get all(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

function font(style: CellStyle): string {
  const xml = new XmlWriter().open('font');
  if (style.bold) xml.element('b');
  if (style.italic) xml.element('i');
  xml.element('sz', { val: style.size ?? 11 });
  if (style.color !== undefined) xml.element('color', { rgb: `FF${style.color}` });
  return xml.element('name', { val: 'Calibri' }).element('family', { val: 2 }).close().finish();
}

function fill(style: CellStyle): string {
  if (style.fill === undefined) return '<fill><patternFill patternType="none"/></fill>';
  return new XmlWriter()
    .open('fill')
    .open('patternFill', { patternType: 'solid' })
    .element('fgColor', { rgb: `FF${style.fill}` })
    .element('bgColor', { indexed: 64 })
    .close()
    .close()
    .finish();
}

function border(style: CellStyle): string {
  if (!style.border) return '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const side = (name: string) => `<${name} style="thin"><color indexed="64"/></${name}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}
