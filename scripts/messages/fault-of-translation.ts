import { compileMessage } from '@lingui/message-utils/compileMessage';

type Tokens = ReturnType<typeof compileMessage>;

/** What is wrong with the form of a translation: a value that it drops or invents, an element, or a plural form; undefined when nothing is. */
export function faultOfTranslation(language: string, id: string, translation: string): string | undefined {
  const [source, target] = [read(compileMessage(id)), read(compileMessage(translation))];
  const lost = [...source.values].filter((name) => !target.values.has(name));
  if (lost.length > 0) return `value {${lost.join('}, {')}} is not in the translation`;
  const invented = [...target.values].filter((name) => !source.values.has(name));
  if (invented.length > 0) return `value {${invented.join('}, {')}} is not in the source`;
  const tags = (text: string): string => (text.match(/<\/?\w+>/g) ?? []).toSorted().join('');
  if (tags(id) !== tags(translation)) return 'elements differ';
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const forms of target.plurals) {
    const absent = needed.filter((form) => !forms.includes(form) && !isGiven(form, forms));
    if (absent.length > 0) return `plural form ${absent.join(', ')} is missing`;
  }
  return undefined;
}

/** `=0`, `=1` and `=2` stand for the forms that hold for nothing else. */
function isGiven(form: string, forms: readonly string[]): boolean {
  const exact = { zero: '0', one: '1', two: '2' }[form];
  return exact !== undefined && forms.includes(exact) && form !== 'one';
}

function read(tokens: Tokens): { values: Set<string>; plurals: string[][] } {
  const values = new Set<string>();
  const plurals: string[][] = [];
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    for (const token of node as unknown[]) {
      if (!Array.isArray(token)) continue;
      const [name, type, forms] = token as [unknown, unknown, unknown];
      if (typeof name === 'string') values.add(name);
      if (typeof forms !== 'object' || forms === null) continue;
      const cases = forms as Record<string, unknown>;
      if (type === 'plural') plurals.push(Object.keys(cases));
      Object.values(cases).forEach(visit);
    }
  };
  visit(tokens);
  return { values, plurals };
}
