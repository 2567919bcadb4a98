import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { XmlWriter } from '#kernel/xml/index.ts';
import { columnOfAddress, rowOfAddress } from '../address.ts';
import { textElement } from './cell-xml.ts';
import type { CommentToWrite } from './definition.ts';

/** The part with the comments' texts. */
export function commentsXml(comments: readonly CommentToWrite[], sheet: string): string {
  const authors = [...new Set(comments.map(({ author }) => author ?? ''))];
  const xml = new XmlWriter()
    .declaration()
    .open('comments', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' });
  xml.open('authors');
  for (const author of authors) xml.element('author', {}, author);
  xml.close().open('commentList');
  for (const { address, text, author } of comments) {
    if (columnOfAddress(address) === 0 || rowOfAddress(address) === 0) {
      throw new Problem(
        'wrong-use',
        say('A comment in the sheet {sheet} is meant for {cell}, which is no cell.', { sheet, cell: address }),
      );
    }
    xml.open('comment', { ref: address, authorId: authors.indexOf(author ?? '') });
    xml.open('text').raw(textElement(text)).close().close();
  }
  return xml.close().close().finish();
}

/** The drawing with a box for each comment, without which programs do not show them. */
export function commentBoxesXml(comments: readonly CommentToWrite[]): string {
  const xml = new XmlWriter().open('xml', {
    'xmlns:v': 'urn:schemas-microsoft-com:vml',
    'xmlns:o': 'urn:schemas-microsoft-com:office:office',
    'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
  });
  xml.open('v:shapetype', { id: 'note', coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' });
  xml
    .element('v:stroke', { joinstyle: 'miter' })
    .element('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' })
    .close();
  for (const [at, { address }] of comments.entries()) {
    const [row, column] = [rowOfAddress(address) - 1, columnOfAddress(address) - 1];
    xml.open('v:shape', {
      id: `note${at + 1}`,
      type: '#note',
      style: 'position:absolute;width:160pt;height:80pt;visibility:hidden',
      fillcolor: '#ffffe1',
    });
    xml.open('x:ClientData', { ObjectType: 'Note' });
    xml.element('x:MoveWithCells').element('x:SizeWithCells');
    xml.element('x:Anchor', {}, `${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 5}, 2`);
    xml.element('x:AutoFill', {}, 'False').element('x:Row', {}, row).element('x:Column', {}, column);
    xml.close().close();
  }
  return xml.close().finish();
}
