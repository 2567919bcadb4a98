/** A cell of RFC 4180: quoted where it must be. */
export function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell with words that a person wrote: what a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvText(text: string): string {
  return csvCell(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
}
