// Abbreviations and form of the Akoma Ntoso Naming Convention 1.0, section 5.
const abbreviations: Readonly<Record<string, string>> = {
  section: 'sec',
  article: 'art',
  rule: 'rule',
  clause: 'cl',
  paragraph: 'para',
  subsection: 'subsec',
  subparagraph: 'subpara',
  content: 'content',
  intro: 'intro',
  wrapUp: 'wrapup',
  p: 'p',
};

/** Identifier of an element in its document: `sec_5`, `sec_5__subsec_1`, `art_12bis__para_a`. */
export function eIdOf(element: string, number: string, parent?: string): string {
  const own = `${abbreviations[element] ?? element}_${plainNumber(number)}`;
  return parent === undefined ? own : `${parent}__${own}`;
}

/** The number as an identifier has it: without brackets, points and spaces. */
export function plainNumber(number: string): string {
  const plain = number.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return plain === '' ? 'x' : plain;
}
