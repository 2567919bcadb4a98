import type { ReactNode } from 'react';
import { textIn } from '#kernel/i18n/browser.ts';
import type { Multilingual, Text } from '#kernel/i18n/say.ts';
import { DemonstrationMark, Foreign, Tag, usePage } from '#kernel/ui/browser.ts';
import type { ShownField } from '../../view/shown.ts';
import { ShownValue } from './shown-value.tsx';

export interface RecordLineView {
  readonly path: string;
  readonly title: string | Multilingual;
  /** Piece of running text, with the places of the words searched for in it. */
  readonly snippet?: { readonly text: string | Multilingual; readonly marks: readonly (readonly [number, number])[] };
  readonly fields: readonly ShownField[];
  /** Where it is in its life, where that is not simply published. */
  readonly state?: Text;
  readonly withdrawn: boolean;
  readonly demonstration: boolean;
}

/** One record of a list: its name, what it is about, and the few facts that tell it from its neighbours. */
export function RecordLine({ record }: { record: RecordLineView }): ReactNode {
  const { t, href } = usePage();
  const { path, title, fields, state, withdrawn, demonstration } = record;
  return (
    <li className="rg-line">
      <h2>
        <a href={href(path)}>{typeof title === 'string' ? <bdi>{title}</bdi> : <Foreign text={title} />}</a>
        {state !== undefined && <Tag tone={withdrawn ? 'bad' : 'accent'}>{t(state)}</Tag>}
        {demonstration && <DemonstrationMark />}
      </h2>
      <Snippet record={record} />
      {fields.length > 0 && (
        <dl className="rg-facts">
          {fields.map(({ id, label, value }) => (
            <div key={id}>
              <dt>{t(label)}</dt>
              <dd>
                <ShownValue value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Snippet({ record }: { record: RecordLineView }): ReactNode {
  const { language } = usePage();
  if (record.snippet === undefined) return null;
  const { text, marks } = record.snippet;
  const shown = typeof text === 'string' ? { text, isFallback: false as const } : textIn(language, text);
  const language_ = shown.isFallback ? { lang: shown.lang, dir: shown.dir } : {};
  let at = 0;
  const pieces: ReactNode[] = [];
  for (const [start, end] of marks) {
    pieces.push(shown.text.slice(at, start), <mark key={start}>{shown.text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <p className="rg-snippet" {...language_}>
      {pieces}
      {shown.text.slice(at)}
    </p>
  );
}
