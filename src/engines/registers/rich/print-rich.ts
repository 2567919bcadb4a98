import type { Block, Inline, List, RichText } from './tree.ts';

/** The source of a text in one fixed way of writing: reading it gives the same text again. */
export function printRich({ blocks, notes }: RichText): string {
  const parts = [...printBlocks(blocks), ...notes.map(({ id, of }) => `[^${id}]: ${indented(printInline(of), '  ')}`)];
  return parts.join('\n\n');
}

function printBlocks(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${printInline(block.of)}${anchorOf(block)}`;
      case 'paragraph':
        return printInline(block.of) + anchorOf(block);
      case 'list':
        return printList(block, '');
      case 'quotation':
        return `> ${indented(printBlocks(block.blocks).join('\n\n'), '> ')}`;
      case 'table': {
        const row = (cells: readonly (readonly Inline[])[]): string =>
          `| ${cells.map((cell) => printInline(cell, true)).join(' | ')} |`;
        return [row(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map(row)].join('\n');
      }
    }
  });
}

function printList(list: List, indent: string): string {
  return list.items
    .map((item) => {
      const mark = list.ordered ? `${item.number ?? 1}. ` : '- ';
      const under = `${indent}   `;
      const inner = (item.lists ?? []).map((one) => `\n${printList(one, under)}`).join('');
      return indent + mark + indented(printInline(item.of) + anchorOf(item), under) + inner;
    })
    .join('\n');
}

const anchorOf = ({ anchor }: { readonly anchor?: string }): string => (anchor === undefined ? '' : ` {#${anchor}}`);
const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

/** What was written last: it decides what must be escaped next. */
type Before = 'line' | 'call' | 'words';

function printInline(parts: readonly Inline[], inCell = false): string {
  let out = '';
  let before: Before = 'line';
  const write = (part: Inline): void => {
    const after = before;
    before = 'words';
    switch (part.kind) {
      case 'text':
        out += escaped(part.text, after, inCell);
        break;
      case 'emphasis':
      case 'strong': {
        const stars = part.kind === 'strong' ? '**' : '*';
        out += stars;
        part.of.forEach(write);
        out += stars;
        before = 'words';
        break;
      }
      case 'link':
        out += '[';
        part.of.forEach(write);
        out += `](${part.href})`;
        before = 'words';
        break;
      case 'note':
        out += `[^${part.id}]`;
        before = 'call';
        break;
      case 'break':
        out += '\\\n';
        before = 'line';
        break;
    }
  };
  parts.forEach(write);
  return out;
}

function escaped(text: string, before: Before, inCell: boolean): string {
  const plain = text.replaceAll(/[\\*[\]]|\{(?=#)/g, '\\$&');
  if (inCell) return plain.replaceAll('|', '\\|');
  if (before === 'call') return plain.replace(/^:/, '\\:');
  if (before === 'words') return plain;
  return plain.replace(/^[#>+|-]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
