import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { escapeAttribute, escapeText, isValidXmlText, removeInvalidCharacters } from './escape.ts';
import { childrenOf, findChild, readXmlTree, textOf } from './tree.ts';
import { XmlWriter } from './writer.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc
    .array(fc.constantFrom('&', '<', '>', '"', '\r', '\n', '\t', ']', '\0', '\ufffe', 'a'), { maxLength: 12 })
    .map((characters) => characters.join('')),
);

test('any text written as content and as attribute is read back, less what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (content, value) => {
      const xml = new XmlWriter().declaration().open('a', { k: value, gone: undefined }).text(content).close().finish();
      const root = await readXmlTree(xml);
      assert.equal(textOf(root), removeInvalidCharacters(content));
      assert.equal(root.attributes.get('k'), removeInvalidCharacters(value));
      assert.equal(root.attributes.size, 1);
    }),
    { numRuns: 1000 },
  );
});

test('half surrogate pairs become the replacement character, control characters go', () => {
  assert.equal(escapeText('a\ud800b\u0000c\u000bd'), 'a\ufffdbcd');
  assert.equal(escapeAttribute('"a"\n'), '&quot;a&quot;&#10;');
  assert.equal(isValidXmlText('a\tb\r\n😀'), true);
  for (const text of ['\u0007', '\ud800', '\uffff']) assert.equal(isValidXmlText(text), false);
});

test('a writer knows what is open', () => {
  const xml = new XmlWriter().open('a').element('b', { n: 1 }).element('c', {}, '<');
  assert.equal(xml.take(), '<a><b n="1"/><c>&lt;</c>');
  assert.throws(() => xml.finish(), /a is still open/);
  assert.equal(xml.close().finish(), '</a>');
  assert.throws(() => xml.close(), /closed already/);
});

test('a small document becomes a tree with places; a large one is refused', async () => {
  const root = await readXmlTree('<a xmlns="urn:a">\n  <b k="1">one<!-- no --> <![CDATA[<two>]]></b><b/><c/>\n</a>');
  assert.deepEqual(
    childrenOf(root, 'b').map((b) => [textOf(b), b.line]),
    [
      ['one <two>', 2],
      ['', 2],
    ],
  );
  assert.equal(findChild(root, 'b', 'urn:a')?.children.length, 1);
  assert.equal(findChild(root, 'b', 'urn:other'), undefined);
  assert.equal(childrenOf(root).length, 3);
  await assert.rejects(readXmlTree(`<a>${'<b/>'.repeat(100)}</a>`, { nodes: 50 }), /more than 50 parts/);
});
