/**
 * What makes a spreadsheet program take a text for a formula: = + - @, their full-width forms, and the characters that it
 * skips before them (tab, line breaks, zero).
 */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n\0]/;

/** Nearly all texts have none of them anywhere. */
const anyStart = /[=+\-@＝＋－＠\t\r\n\0]/;

/** A new cell can also begin inside a text, when the program splits at another character than this file does or at a line break. */
const hiddenStart: Readonly<Record<string, RegExp>> = {
  ',': /([;\t\r\n])(?=[=+\-@＝＋－＠])/g,
  ';': /([,\t\r\n])(?=[=+\-@＝＋－＠])/g,
  '\t': /([,;\r\n])(?=[=+\-@＝＋－＠])/g,
  '|': /([,;\t\r\n])(?=[=+\-@＝＋－＠])/g,
};

/** Whether a spreadsheet program that opens the text in a delimited file would compute it. */
export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text);
}

/** Puts an apostrophe before each place where the text would begin a formula; other texts stay as they are (OWASP, ASVS 5.0 1.2.10). */
export function neutralise(text: string, delimiter: string): string {
  if (!anyStart.test(text)) return text;
  const start = looksLikeFormula(text) ? `'${text}` : text;
  const hidden = hiddenStart[delimiter];
  return hidden === undefined ? start : start.replaceAll(hidden, "$1'");
}
