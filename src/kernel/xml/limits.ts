/** Bounds on a document from outside. Lengths are UTF-16 units. */
export interface XmlLimits {
  /** Elements inside one another. */
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** One run of text, one attribute value, one comment: whatever the parser has to hold at once. */
  readonly text: number;
}

export const defaultXmlLimits: XmlLimits = { depth: 256, attributes: 1_000, text: 4 * 1024 * 1024 };
