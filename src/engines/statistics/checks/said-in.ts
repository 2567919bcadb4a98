import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import { english } from '../english.ts';
import type { DataStructure } from '../model/structure.ts';

/** Values of a check's message that tell a figure by the English names of its codes. */
const described = new Set(['figure', 'otherFigure', 'wholeFigure']);

/**
 * Puts a finding into the reader's language. The messages are translated as all others are; what they name is kept in English
 * with the record ("Kenya (KEN)", "Persons held, Male, 2019"), and is put here into the words that the structure has for it.
 */
export function saidIn(
  structure: DataStructure | undefined,
  translate: (text: Text) => string,
): (said: Message) => Message {
  if (structure === undefined) return (said) => said;
  const names = new Map<string, Text>();
  const areas = new Map<string, Text>();
  for (const { id, codelist } of structure.dimensions) {
    for (const code of codelist.codes) {
      if (id === 'REF_AREA') areas.set(code.id, code.name);
      else if (!names.has(english(code.name))) names.set(english(code.name), code.name);
    }
  }
  const separator = translate(say(', '));
  const area = (written: string): string => {
    const code = /\(([^()]+)\)$/.exec(written)?.[1] ?? '';
    const name = areas.get(code);
    return name === undefined ? written : `${translate(name)} (${code})`;
  };
  const figure = (written: string): string => {
    const parts = written.split(', ');
    const words: string[] = [];
    for (let from = 0; from < parts.length;) {
      // A name may have a comma in it: the longest run of parts that is a name is one.
      let to = parts.length;
      while (to > from + 1 && !names.has(parts.slice(from, to).join(', '))) to -= 1;
      const run = parts.slice(from, to).join(', ');
      words.push(translate(names.get(run) ?? run));
      from = to;
    }
    return words.join(separator);
  };
  const others = (written: string): string =>
    [...written.matchAll(/(no value|\S+) in row (\d+)/g)]
      .map(([, value = '', row = '']) => translate(say('{value} in row {row}', { value, row })))
      .join(separator);
  return ({ id, values }) => {
    if (values === undefined) return { id };
    const own = Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value] as const;
      if (name === 'others') return [name, others(value)] as const;
      return [name, name === 'area' ? area(value) : described.has(name) ? figure(value) : value] as const;
    });
    return { id, values: Object.fromEntries(own) };
  };
}
