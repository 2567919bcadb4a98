import { Fragment, type ReactNode } from 'react';
import type { Message, Values } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** A translated sentence with elements inside: `say('Read <a>the terms</a>.')` and `parts={{ a: (words) => <a …>{words}</a> }}`. */
export function Rich(props: {
  text: Message;
  parts: Readonly<Record<string, (words: string) => ReactNode>>;
}): ReactNode {
  const { t } = usePage();
  const { id, values = {} } = props.text;
  // Only the interface's own words hold elements: a "<" in a value that a person entered is hidden while they are cut up.
  const pieces = t({ id, values: swap(values, '<', standIn) }).split(/(<(\w+)>.*?<\/\2>)/su);
  return pieces.map((piece, index) => {
    if (index % 3 === 2) return null; // the tag's name, caught by the inner group
    const [, tag = '', words = ''] = /^<(\w+)>(.*)<\/\1>$/su.exec(piece) ?? [];
    const part = props.parts[tag];
    const shown = (text: string): string => text.replaceAll(standIn, '<');
    return <Fragment key={index}>{part === undefined ? shown(piece) : part(shown(words))}</Fragment>;
  });
}

const standIn = '\uE000';

function swap(values: Values, from: string, to: string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(from, to) : value,
    ]),
  );
}
