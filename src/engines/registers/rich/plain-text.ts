import type { Block, Inline, List, RichText } from './tree.ts';

/** The words alone, for search, summaries and cells: blocks on lines of their own, notes at the end. */
export function plainText({ blocks, notes }: RichText): string {
  return [...blocks.map(blockText), ...notes.map(({ number, of }) => `[${number}] ${inlineText(of)}`)].join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.of);
    case 'list':
      return listText(block, '');
    case 'quotation':
      return block.blocks.map(blockText).join('\n\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join('\t')).join('\n');
  }
}

function listText(list: List, indent: string): string {
  return list.items
    .map((item) => {
      const own = `${indent}${list.ordered ? `${item.number ?? 1}. ` : '– '}${inlineText(item.of)}`;
      return [own, ...(item.lists ?? []).map((inner) => listText(inner, `${indent}  `))].join('\n');
    })
    .join('\n');
}

/** The words of inline parts; a call of a note is left out. */
export function inlineText(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'note') return '';
      return part.kind === 'break' ? '\n' : inlineText(part.of);
    })
    .join('');
}
