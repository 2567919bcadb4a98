// In delimited text the writer of tables puts an apostrophe before what a spreadsheet program would compute. For nothing to be lost on the
// way back, an apostrophe that stood there already gets a second one, and the reader takes one off.
const formula = '=+\\-@＝＋－＠\\t\\r\\n';
const own = new RegExp(`(^|[;\\t\\r\\n])('+)(?=[${formula}])`, 'g');
const added = new RegExp(`(^|[;\\t\\r\\n])'('*)(?=[${formula}])`, 'g');

/** Before a text is given to the writer of delimited text. */
export const guardApostrophes = (text: string): string => (text.includes("'") ? text.replaceAll(own, "$1$2'") : text);

/** A text as it was before it was written. */
export const dropApostrophes = (text: string): string => (text.includes("'") ? text.replaceAll(added, '$1$2') : text);
