type Attribute = string | number | undefined;

// Nearly all text is plain: one look spares it the work.
const special = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[&<>"]/;

/** Escapes text for XML content and attributes; characters that XML 1.0 cannot carry become U+FFFD. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A coordinate with one decimal, which is a tenth of a pixel: enough to draw, and short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** One SVG element; attributes that are undefined are left out, children are markup already. */
export function el(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: readonly string[]
): string {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    open += ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`;
  }
  const inside = children.join('');
  return inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`;
}

/** The tooltip and accessible name of the element that it stands in. */
export function titleElement(text: string): string {
  return `<title>${escapeXml(text)}</title>`;
}
