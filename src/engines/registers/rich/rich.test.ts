import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { parseRich } from './parse-rich.ts';
import { plainText } from './plain-text.ts';
import { printRich } from './print-rich.ts';
import type { Block, Inline } from './tree.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const em = (...of: Inline[]): Inline => ({ kind: 'emphasis', of });
const strong = (...of: Inline[]): Inline => ({ kind: 'strong', of });
const one = (source: string): Block | undefined => parseRich(source).blocks[0];
const inline = (source: string): readonly Inline[] => {
  const block = one(source);
  return block?.kind === 'paragraph' ? block.of : assert.fail(source);
};

describe('rich text', () => {
  it('has headings, paragraphs and anchors that can be cited', () => {
    assert.deepEqual(parseRich('## Article 5 {#art-5}\nThe State shall\nact. {#art-5}').blocks, [
      { kind: 'heading', level: 2, of: [text('Article 5')], anchor: 'art-5' },
      { kind: 'paragraph', of: [text('The State shall act. {#art-5}')] },
    ]);
  });

  it('has emphasis and strong, in each other and within words', () => {
    assert.deepEqual(inline('a *b* **c** ***d*** **e *f* g**'), [
      text('a '),
      em(text('b')),
      text(' '),
      strong(text('c')),
      text(' '),
      em(strong(text('d'))),
      text(' '),
      strong(text('e '), em(text('f')), text(' g')),
    ]);
    assert.deepEqual(inline('2 * 3 * 4 = 24, \\*x\\*, **open, a_b_c'), [text('2 * 3 * 4 = 24, *x*, **open, a_b_c')]);
    assert.deepEqual(inline('*一*二'), [em(text('一')), text('二')]);
  });

  it('links to the web, to mail, to the house and within the page, and nowhere else', () => {
    for (const href of ['https://example.org/a_(b)?c=d', 'mailto:a@example.org', '/laws/x', '#art-5'])
      assert.deepEqual(inline(`[x](${href})`), [{ kind: 'link', href, of: [text('x')] }]);
    for (const href of [
      'javascript:alert(1)',
      '//evil.org',
      'data:text/html,x',
      'JaVaScRiPt:x',
      '/\\evil.org',
      'x',
      'https://a:b@c.org',
      'vbscript:x',
      'mailto:a@b?bcc=c',
    ])
      assert.deepEqual(inline(`[x](${href})`), [text(`[x](${href.replace('\\\\', '\\')})`)], href);
  });

  it('knows no HTML', () => {
    assert.deepEqual(inline('<script>alert(1)</script> &amp; <!-- x -->'), [
      text('<script>alert(1)</script> &amp; <!-- x -->'),
    ]);
  });

  it('has lists of two levels that keep their numbers', () => {
    assert.deepEqual(one('1. One\n   - a\n     - b\n\n3. Three\n   more'), {
      kind: 'list',
      ordered: true,
      items: [
        {
          number: 1,
          of: [text('One')],
          lists: [{ kind: 'list', ordered: false, items: [{ of: [text('a')] }, { of: [text('b')] }] }],
        },
        { number: 3, of: [text('Three more')] },
      ],
    });
  });

  it('has quotations, tables and breaks', () => {
    assert.deepEqual(one('> one\n> > two\n>\n> - x'), {
      kind: 'quotation',
      blocks: [
        { kind: 'paragraph', of: [text('one two')] },
        { kind: 'list', ordered: false, items: [{ of: [text('x')] }] },
      ],
    });
    assert.deepEqual(one('| a | b |\n|---|:-:|\n| 1 \\| 2 |\n| 3 | 4 | 5 |'), {
      kind: 'table',
      head: [[text('a')], [text('b')], []],
      rows: [[[text('1 | 2')]], [[text('3')], [text('4')], [text('5')]]],
    });
    assert.deepEqual(inline('a\\\nb  \nc\n第一\n条'), [
      text('a'),
      { kind: 'break' },
      text('b'),
      { kind: 'break' },
      text('c 第一条'),
    ]);
  });

  it('numbers notes in the order of their calls', () => {
    const rich = parseRich('One[^b] two[^a] three[^b] none[^c].\n\n[^a]: A\n[^b]: B\n  more\n[^d]: Never called');
    assert.deepEqual(
      rich.notes.map(({ id, number, of }) => [id, number, of]),
      [
        ['b', 1, [text('B more')]],
        ['a', 2, [text('A')]],
        ['d', 3, [text('Never called')]],
      ],
    );
    assert.equal(plainText(rich), 'One two three none[^c].\n\n[1] B more\n\n[2] A\n\n[3] Never called');
  });

  it('gives its words alone', () => {
    const source = '# Title {#t}\nA **b** [c](/d).\n\n1. x\n   - y\n\n| h | i |\n| - | - |\n| j | k |\n\n> q';
    assert.equal(plainText(parseRich(source)), 'Title\n\nA b c.\n\n1. x\n  – y\n\nh\ti\nj\tk\n\nq');
  });

  const marks = [
    '*',
    '**',
    '***',
    '[',
    ']',
    '](/a)',
    '](https://x.org/(b))',
    '[^1]',
    '[^1]: ',
    '\\',
    '\\\n',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '- ',
    '  - ',
    '1. ',
    '3) ',
    '# ',
    '> ',
    '|',
    '| --- |',
    ' {#a}',
    'a',
    'b ',
    '1',
    ':',
    '第',
    'ا',
    '\u00a0',
    '\t',
    '<b>',
    '-',
    '{#',
    '}',
  ];
  const sources = fc.oneof(
    fc.array(fc.constantFrom(...marks), { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('is printed so that reading it again gives the same', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const rich = parseRich(source);
        const printed = printRich(rich);
        assert.deepEqual(parseRich(printed), rich, printed);
        assert.equal(printRich(parseRich(printed)), printed);
      }),
      { numRuns: 5000 },
    );
  });

  it('loses no letter of any text', () => {
    const letters = (words: string): string => words.replaceAll(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...marks.filter((mark) => !/\[\^|\]\(|#a/.test(mark)), 'x', 'yz'), { maxLength: 40 }),
        (all) => {
          const source = all.join('');
          assert.equal(letters(plainText(parseRich(source))), letters(source));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes half a million hostile characters at once', () => {
    const size = 500_000;
    let slowest = 0;
    for (const bit of [
      '*',
      '*a ',
      '**a *b ',
      '[',
      '[a](',
      '[a](http://x)',
      '![',
      ']',
      '[^1]',
      '\\',
      ' ',
      '\t',
      '> ',
      '- ',
      '  - a\n',
      '1. a\n',
      '| ',
      '|\n',
      '|a|\n|-|\n',
      '#',
      '# a\n',
      '{#',
      ' {#a}',
      '\n',
      '(',
      'a\\\n',
      '[^1]: x\n',
      '*a**b***',
      '[a[b](/c)](/d)',
      '***a',
      '-\n',
    ]) {
      const source = bit.repeat(Math.ceil(size / bit.length)).slice(0, size);
      const start = performance.now();
      const rich = parseRich(source);
      slowest = Math.max(slowest, performance.now() - start);
      assert.ok(printRich(rich).length < 3 * size);
    }
    // About a hundred times what was measured: only time that grows with the square fails.
    assert.ok(slowest < 10_000, `${slowest} ms`);
  });
});
