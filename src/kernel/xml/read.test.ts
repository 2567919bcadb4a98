import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import { createPlainParser, type XmlOptions } from './parser.ts';
import { readXml, type XmlSource } from './read.ts';

async function refused(
  source: XmlSource,
  kind: Problem['kind'],
  words: RegExp,
  options: XmlOptions = {},
): Promise<Problem> {
  const error = await readXml(source, {}, options).then(
    () => assert.fail('it was read'),
    (problem: unknown) => problem,
  );
  assert.ok(error instanceof Problem, String(error));
  assert.equal(error.kind, kind, error.message);
  assert.match(error.message, words);
  return error;
}

async function textsOf(source: XmlSource, options: XmlOptions = {}): Promise<string> {
  let all = '';
  await readXml(source, { text: (text) => (all += text) }, options);
  return all;
}

describe('reading', () => {
  test('elements and attributes carry their namespace, whatever prefix they are written with', async () => {
    const seen: unknown[] = [];
    const xml = '<m:a xmlns:m="urn:m" xmlns="urn:d" m:k="1" k="2"><b/><c xmlns=""/><m:d xmlns:m="urn:other"/></m:a>';
    await readXml(xml, {
      open: ({ local, namespace, attributes }) => seen.push([local, namespace, Object.fromEntries(attributes)]),
    });
    assert.deepEqual(seen, [
      ['a', 'urn:m', { '{urn:m}k': '1', k: '2' }],
      ['b', 'urn:d', {}],
      ['c', '', {}],
      ['d', 'urn:other', {}],
    ]);
  });

  test('encodings are told by mark or declaration', async () => {
    const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Côte d’Ivoire</a>`;
    assert.equal(await textsOf(Buffer.from(xml('UTF-8'))), 'Côte d’Ivoire');
    assert.equal(await textsOf(Buffer.from(`\uFEFF${xml('UTF-8')}`)), 'Côte d’Ivoire');
    assert.equal(await textsOf(Buffer.from(`\uFEFF${xml('UTF-16')}`, 'utf16le')), 'Côte d’Ivoire');
    assert.equal(await textsOf(Buffer.from(`\uFEFF${xml('UTF-16')}`, 'utf16le').swap16()), 'Côte d’Ivoire');
    const latin = Buffer.from(xml('windows-1252').replace('’', '\u0092'), 'latin1');
    assert.equal(await textsOf(latin), 'Côte d’Ivoire');
    await refused(Buffer.from(xml('UTF-8'), 'latin1'), 'invalid', /not UTF-8/);
    await refused(Buffer.from(xml('klingon')), 'invalid', /not known here \(klingon\)/);
  });

  test('a character cut in two by the pieces of a stream stays whole', async () => {
    const bytes = Buffer.from('<a k="é">日本😀</a>');
    assert.equal(await textsOf(Array.from(bytes, (byte) => Buffer.from([byte]))), '日本😀');
  });

  test('the plain parser keeps names as written, without resolving them', () => {
    const seen: string[] = [];
    const parser = createPlainParser({ open: ({ name }) => seen.push(name), close: (name) => seen.push(`/${name}`) });
    for (const piece of ['<x:a><x', ':b k="1"', '/></x:a>']) parser.write(piece);
    parser.end();
    assert.deepEqual(seen, ['x:a', 'x:b', '/x:b', '/x:a']);
  });
});

describe('hostile documents are refused with line and column', () => {
  const entities = '<!DOCTYPE a [<!ENTITY x0 "ha"><!ENTITY x1 "&x0;&x0;"><!ENTITY x2 "&x1;&x1;">]>\n<a>&x2;</a>';
  const external = '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd">\n<a/>';
  const file = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>';
  for (const [name, xml] of Object.entries({ entities, external, file })) {
    test(`a declaration: ${name}`, async () =>
      void (await refused(xml, 'invalid', /document type declaration \(line 1\)/)));
  }

  test('a declaration that is read past defines nothing', async () => {
    const problem = await refused(file, 'invalid', /line 2/, { doctype: 'ignore' });
    assert.equal(problem.details['reason'], 'undefined entity.');
    await refused(entities, 'invalid', /line 2/, { doctype: 'ignore' });
    assert.equal(await textsOf('<!DOCTYPE rss [<!ENTITY x "y">]><rss>ok</rss>', { doctype: 'ignore' }), 'ok');
  });

  for (const name of ['constructor', '__proto__', 'toString', 'nbsp']) {
    test(`the entity ${name} is not defined`, async () =>
      void (await refused(`<a>\n&${name};</a>`, 'invalid', /line 2/)));
  }

  const broken: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['no element', 'Iso3_code,Country'],
    ['an open element', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['a zero byte', '<a>\0</a>'],
    ['a control character', '<a>&#7;</a>'],
    ['an attribute twice', '<a k="1" k="2"/>'],
    ['a cut document', '<a><b>text'],
    ['a prefix from nowhere', '<x:a/>'],
    ['an attribute prefix from nowhere', '<a x:k="1"/>'],
    ['half a surrogate pair', '<a>&#xD800;</a>'],
  ];
  for (const [name, xml] of broken) {
    test(name, async () => {
      const problem = await refused(xml, 'invalid', /line \d+, column \d+/);
      assert.equal(problem.details['line'], 1);
    });
  }

  test('depth, attributes and lengths are bounded', async () => {
    await refused('<a>'.repeat(20_000), 'too-large', /more than 256 deep/);
    await refused(
      `<a ${Array.from({ length: 1001 }, (_, at) => `k${at}="1"`).join(' ')}/>`,
      'too-large',
      /more than 1000 attributes/,
    );
    const limits = { text: 1000 };
    await refused(`<a>${'x'.repeat(1001)}</a>`, 'too-large', /longer than 1000/, { limits });
    await refused(`<a k="${'x'.repeat(1001)}"/>`, 'too-large', /longer than 1000/, { limits });
    await refused(`<a><![CDATA[${'x'.repeat(1001)}]]></a>`, 'too-large', /longer than 1000/, { limits });
  });

  for (const [name, start] of Object.entries({
    text: '<a>',
    attribute: '<a k="',
    comment: '<!--',
    name: '<',
    instruction: '<?p ',
    cdata: '<a><![CDATA[',
    declaration: '<!DOCTYPE a [',
  })) {
    test(`an endless ${name} is cut off early, not gathered in memory`, async () => {
      let given = 0;
      const endless = function* () {
        yield Buffer.from(start);
        for (; given < 1000; given++) yield Buffer.alloc(64 * 1024, 'x');
      };
      await refused(endless(), 'too-large', /longer than 100000/, { limits: { text: 100_000 } });
      assert.ok(given < 5, `${given} pieces were taken`);
    });
  }

  test('a mistake in a handler is not mistaken for a fault of the document', async () => {
    const broke = () => {
      throw new TypeError('mine');
    };
    await assert.rejects(readXml('<a/>', { open: broke }), TypeError);
  });
});
