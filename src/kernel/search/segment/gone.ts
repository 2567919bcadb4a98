/** Number of a document that was struck out and is left behind when segments are merged. */
export const gone = 0xff_ff_ff_ff;
