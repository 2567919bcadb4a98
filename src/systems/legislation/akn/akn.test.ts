import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Problem } from '#kernel/errors/problem.ts';
import { findShared } from '#kernel/testing/index.ts';
import { coverages, relations } from '../law/law.ts';
import { eIdOf } from './e-id.ts';
import { provisionKinds, type DocumentProvision, type LawDocument } from './law-document.ts';
import { printOutline, readOutline } from './outline.ts';
import { readLaw } from './read-law.ts';
import { readTreatyAddress, treatyAddress } from './treaty-address.ts';
import { writeLaw } from './write-law.ts';

const section = (more: Partial<DocumentProvision> = {}): DocumentProvision => ({
  kind: 'section',
  eId: 'sec_5',
  number: '5',
  heading: 'Organized criminal groups',
  wording:
    'A person commits an offence who:\n(1) agrees with others:\n(a) to commit a serious crime;\n(b) to gain by it;\n(2) leads others to do so.\nThe place does not matter.',
  from: '2010-06-01',
  answers: [],
  ...more,
});
const law: LawDocument = {
  jurisdiction: 'KEN',
  kind: 'act',
  number: '9',
  title: 'Organized Crime Act <& others>',
  language: 'en',
  adopted: '2010-03-01',
  inForce: '2010-06-01',
  repealed: '2022-01-01',
  gazette: { title: 'Gazette', number: '17', date: '2010-03-09' },
  provisions: [
    section({
      to: '2016-12-31',
      answers: [{ treaty: 'untoc', article: '5', paragraph: '1(a)(i)', relation: 'criminalises', coverage: 'yes' }],
    }),
    section({
      from: '2017-01-01',
      answers: [{ treaty: 'untoc', article: '5', relation: 'penalises', coverage: 'in-part' }],
    }),
    section({ eId: 'sec_12bis', number: '12 bis', wording: '' }),
  ],
};
const french: LawDocument = {
  ...law,
  kind: 'code',
  language: 'fr',
  translatedFrom: 'ar',
  jurisdiction: 'TUN',
  number: '2015/26',
};

describe('a law as Akoma Ntoso', () => {
  it('comes back as it was', async () => {
    assert.deepEqual(await readLaw(writeLaw(law, '2026-01-01')), law);
    assert.deepEqual(await readLaw(writeLaw(french, '2026-01-01')), french);
  });

  it('names its work, expression and provisions by the naming convention', () => {
    const xml = writeLaw(law, '2026-01-01');
    for (const part of [
      '<FRBRuri value="/akn/ke/act/2010-03-01/9"/>',
      '<FRBRthis value="/akn/ke/act/2010-03-01/9/eng@2026-01-01/!main"/>',
      'eId="sec_5__subsec_1__para_a"',
      'eId="sec_5-v2" wId="sec_5"',
      'href="/akn/un/act/2000-11-15/untoc/~art_5__para_1__point_a__point_i"',
    ])
      assert.ok(xml.includes(part), part);
    assert.equal(eIdOf('article', 'مادة (3)'), 'art_مادة3');
  });

  it('is valid against the schema of OASIS', (t) => {
    const schema = findShared('schemas/akoma-ntoso/akomantoso30.xsd');
    if (schema === undefined) return t.skip('the schema is not beside this checkout');
    if (spawnSync('xmllint', ['--version']).error !== undefined) return t.skip('xmllint is not installed');
    const folder = mkdtempSync(join(tmpdir(), 'akn-'));
    // The copy at hand is the last public draft, whose namespace ends in /WD17; the standard has the same elements without it.
    const ours = join(folder, 'akomantoso30.xsd');
    writeFileSync(ours, readFileSync(schema, 'utf8').replaceAll('/akn/3.0/WD17', '/akn/3.0'));
    copyFileSync(join(dirname(schema), 'xml.xsd'), join(folder, 'xml.xsd'));
    const files = fc
      .sample(someLaw, { numRuns: 12, seed: 7 })
      .concat(law, french)
      .map((each, at) => {
        const path = join(folder, `${at}.xml`);
        writeFileSync(path, writeLaw(each, '2026-01-01'));
        return path;
      });
    assert.doesNotThrow(() =>
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', ours, ...files], { stdio: 'pipe' }),
    );
  });

  it('comes back as it was, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(someLaw, async (each) => {
        assert.deepEqual(await readLaw(writeLaw(each, '2026-01-01')), each);
      }),
      { numRuns: 120 },
    );
  });
});

describe('a document from elsewhere', () => {
  const wrapped = (meta: string, body: string, start = ''): string =>
    `${start}<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification source="#x"><FRBRWork><FRBRuri value="/akn/ke/act/2010-03-01/9"/>${meta}<FRBRdate date="2010-03-01" name="x"/><FRBRcountry value="ke"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta><body>${body}</body></act></akomaNtoso>`;

  it('is read through its parts and chapters, with the number from its address', async () => {
    const read = await readLaw(
      wrapped(
        '',
        '<part><num>I</num><chapter><section eId="sec_1"><num>1.</num><heading>Names</heading><subsection><num>(1)</num><content><p>In this Act,</p><p>“court” is <b>any</b> court.</p></content></subsection></section></chapter></part>',
      ),
    );
    assert.deepEqual([read.jurisdiction, read.number, read.kind], ['KEN', '9', 'act']);
    assert.deepEqual(
      read.provisions.map(({ eId, heading, wording, from }) => [eId, heading, wording, from]),
      [['sec_1', 'Names', '(1) In this Act,\n“court” is any court.', '2010-03-01']],
    );
  });

  const refusal = (xml: Parameters<typeof readLaw>[0]) =>
    readLaw(xml).then(
      () => undefined,
      (thrown: unknown) => (thrown instanceof Problem ? thrown.kind : thrown),
    );

  it('is refused when it asks for other files, brings entities, or never ends', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    assert.equal(await refusal(wrapped('', '<section><content><p>&b;</p></content></section>', bomb)), 'invalid');
    const include =
      '<section><content><p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></p></content></section>';
    assert.equal(await refusal(wrapped('', include)), 'invalid');
    assert.equal(await refusal(wrapped('', '<section>'.repeat(2000))), 'too-large');
    assert.equal(await refusal(hundredMegabytes()), 'too-large');
  });

  it('is refused when it is no law', async () => {
    assert.equal(await refusal('<html/>'), 'invalid');
    assert.equal(
      await refusal(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="x"><meta/></act></akomaNtoso>',
      ),
      'invalid',
    );
  });

  function* hundredMegabytes(): Generator<Uint8Array> {
    const [start = '', end = ''] = wrapped('', '\0').split('\0');
    yield Buffer.from(start);
    const part = Buffer.from('<section><content><p>long</p></content></section>'.repeat(2000));
    for (let sent = 0; sent < 100e6; sent += part.length) yield part;
    yield Buffer.from(end);
  }
});

describe('the outline of a text', () => {
  it('keeps every line, and is the same when read again', () => {
    const line = fc.oneof(
      fc.constantFrom('(1) one', '(a) first', '（一） 甲', 'ب) ثانياً', '2) второе', '(ii) x', 'plain', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const printed = printOutline(readOutline(lines.join('\n')));
        assert.equal(printOutline(readOutline(printed)), printed);
        assert.equal(printed.replaceAll(/\s/gu, ''), lines.join('').replaceAll(/\s/gu, ''));
      }),
    );
  });

  it('reads treaty addresses back, and no others', () => {
    for (const [article, paragraph] of [
      ['5', '1(a)(i)'],
      ['18', '15'],
      ['23', undefined],
    ] as const)
      assert.deepEqual(readTreatyAddress(treatyAddress('uncac', article, paragraph)), {
        treaty: 'uncac',
        article,
        ...(paragraph !== undefined && { paragraph }),
      });
    assert.equal(readTreatyAddress('/akn/ke/act/2010/9/~sec_5'), undefined);
  });
});

const word = fc
  .string({ unit: fc.constantFrom('a', 'é', 'ж', 'م', '法', '<', '&', '"', ' '), minLength: 1, maxLength: 12 })
  .map((text) => `x${text}x`);
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2012-02-${String(date).padStart(2, '0')}`);
const someWording = fc
  .array(fc.tuple(fc.constantFrom('', '', '(1) ', '(2) ', '(a) ', '(ب) '), word), { maxLength: 6 })
  .map((lines) => lines.map(([mark, text]) => mark + text).join('\n'));
const someProvision = fc.record({
  kind: fc.constantFrom(...provisionKinds),
  heading: word,
  wording: someWording,
  from: day,
  answers: fc.array(
    fc.record(
      {
        treaty: fc.constantFrom('untoc', 'uncac', 'drugs-1988'),
        article: fc.constantFrom('3', '5'),
        relation: fc.constantFrom(...relations),
        coverage: fc.constantFrom(...coverages),
      },
      { noNullPrototype: true },
    ),
    { maxLength: 2 },
  ),
});
const someLaw: fc.Arbitrary<LawDocument> = fc
  .record({ title: word, provisions: fc.array(someProvision, { minLength: 1, maxLength: 4 }), repealed: fc.boolean() })
  .map(({ title, provisions, repealed }) => ({
    jurisdiction: 'PER',
    kind: 'decree',
    number: '1106',
    title,
    language: 'es',
    adopted: '2012-01-01',
    ...(repealed && { repealed: '2020-01-01' }),
    provisions: provisions.map((each, at): DocumentProvision => ({
      ...each,
      number: `${at + 1}`,
      eId: eIdOf(each.kind, `${at + 1}`),
    })),
  }));
