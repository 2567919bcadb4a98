import { Fragment, useId, type ReactNode } from 'react';
import { textIn } from '#kernel/i18n/browser.ts';
import { say, type Multilingual } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';
import { parseRich } from '../../rich/parse-rich.ts';
import type { Block, Inline, List } from '../../rich/tree.ts';

/** Rich text of the record, under headings of the third level and deeper; another language standing in is marked as such. */
export function RichText({ source }: { source: string | Multilingual }): ReactNode {
  const { language } = usePage();
  if (typeof source === 'string') return <RichBody source={source} />;
  const { text, lang, dir, isFallback } = textIn(language, source);
  if (!isFallback) return <RichBody source={text} />;
  return (
    <div className="foreign" lang={lang} dir={dir} data-lang={lang}>
      <RichBody source={text} />
    </div>
  );
}

function RichBody({ source }: { source: string }): ReactNode {
  const { t } = usePage();
  const id = useId().replaceAll(/[^\w-]/g, '');
  const { blocks, notes } = parseRich(source);
  return (
    <div className="rg-prose">
      {blocks.map((block, place) => (
        <RichBlock key={place} block={block} id={id} />
      ))}
      {notes.length > 0 && (
        <ol className="rg-notes" aria-label={t(say('Notes'))}>
          {notes.map((note) => (
            <li key={note.id} id={`note${id}-${note.number}`} value={note.number}>
              <Words of={note.of} id={id} />{' '}
              <a href={`#call${id}-${note.number}`} aria-label={t(say('Back to the text'))}>
                ↩
              </a>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function RichBlock({ block, id }: { block: Block; id: string }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, block.level + 2)}` as 'h3' | 'h4' | 'h5' | 'h6';
      return (
        <Heading id={block.anchor}>
          <Words of={block.of} id={id} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p id={block.anchor}>
          <Words of={block.of} id={id} />
        </p>
      );
    case 'list':
      return <RichList list={block} id={id} />;
    case 'quotation':
      return (
        <blockquote>
          {block.blocks.map((each, place) => (
            <RichBlock key={place} block={each} id={id} />
          ))}
        </blockquote>
      );
    case 'table':
      return <RichTable table={block} id={id} />;
  }
}

function RichList({ list, id }: { list: List; id: string }): ReactNode {
  const Tag = list.ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {list.items.map((item, place) => (
        <li key={place} id={item.anchor} value={item.number}>
          <Words of={item.of} id={id} />
          {item.lists?.map((inner, each) => (
            <RichList key={each} list={inner} id={id} />
          ))}
        </li>
      ))}
    </Tag>
  );
}

function RichTable({ table, id }: { table: Block & { kind: 'table' }; id: string }): ReactNode {
  const { t } = usePage();
  return (
    <div className="table-frame" role="region" tabIndex={0} aria-label={t(say('Table'))}>
      <table className="table table-dense">
        <thead>
          <tr>
            {table.head.map((cell, place) => (
              <th key={place} scope="col">
                <Words of={cell} id={id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <tr key={place}>
              {row.map((cell, each) => (
                <td key={each}>
                  <Words of={cell} id={id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ of, id }: { of: readonly Inline[]; id: string }): ReactNode {
  return of.map((inline, place) => <Fragment key={place}>{drawInline(inline, id)}</Fragment>);
}

function drawInline(inline: Inline, id: string): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return <br />;
    case 'emphasis':
      return (
        <em>
          <Words of={inline.of} id={id} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Words of={inline.of} id={id} />
        </strong>
      );
    case 'link':
      return <RichLink href={inline.href} of={inline.of} id={id} />;
    case 'note':
      return (
        <sup>
          <a id={`call${id}-${inline.number}`} href={`#note${id}-${inline.number}`}>
            {inline.number}
          </a>
        </sup>
      );
  }
}

function RichLink({ href: to, of, id }: { href: string; of: readonly Inline[]; id: string }): ReactNode {
  const { href } = usePage();
  const inside = to.startsWith('/');
  return (
    <a href={inside ? href(to) : to} rel={inside || to.startsWith('#') ? undefined : 'external'}>
      <Words of={of} id={id} />
    </a>
  );
}
