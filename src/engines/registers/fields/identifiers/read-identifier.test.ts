import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdentifierForm } from '../spec.ts';
import { readIdentifier } from './read-identifier.ts';

const vectors: Readonly<
  Record<IdentifierForm, { right: readonly (readonly [string, string])[]; wrong: readonly string[] }>
> = {
  ecli: {
    right: [
      ['ECLI:NL:HR:2019:2006', 'ECLI:NL:HR:2019:2006'],
      ['ecli:de:BVerfG:2012:rs20120912.2bvr139012', 'ECLI:DE:BVERFG:2012:RS20120912.2BVR139012'],
      ['EU:C:1964:66', 'ECLI:EU:C:1964:66'],
      ['ECLI:CE:ECHR:2010:0107JUD002596504', 'ECLI:CE:ECHR:2010:0107JUD002596504'],
    ],
    wrong: [
      'ECLI:NL:HR:2019',
      'ECLI:QQ:HR:2019:1',
      'ECLI:NL:TOOLONGNAME:2019:1',
      'ECLI:NL:HR:19:1',
      'ECLI:NL:HR:2019:12345678901234567890123456',
      '',
    ],
  },
  eli: {
    right: [
      ['https://data.europa.eu/eli/dir/2014/42/oj', 'https://data.europa.eu/eli/dir/2014/42/oj'],
      ['eli/loi/2016/12/9/2016-1691/jo', '/eli/loi/2016/12/9/2016-1691/jo'],
    ],
    wrong: ['https://example.org/law/1', '/eli/', 'javascript:/eli/a/b', 'https://data.europa.eu/eli/dir'],
  },
  cas: {
    right: [
      ['50-36-2', '50-36-2'],
      ['CAS No. 300-62-9', '300-62-9'],
      ['7732‑18‑5', '7732-18-5'],
      ['58-08-2', '58-08-2'],
    ],
    wrong: ['50-36-3', '7732-18-4', '050-36-2', '50362', '7732-81-5'],
  },
  inchikey: {
    right: [
      ['ZPUCINDJVBIVPJ-LJISPDSOSA-N', 'ZPUCINDJVBIVPJ-LJISPDSOSA-N'],
      ['InChIKey=rypyyzvtzjmbmj-uhfffaoysa-n', 'RYPYYZVTZJMBMJ-UHFFFAOYSA-N'],
    ],
    wrong: [
      'ZPUCINDJVBIVPJ-LJISPDSOSA',
      'ZPUCINDJVBIVP-LJISPDSOSA-N',
      'ZPUCINDJVBIVPJ-LJISPDSOXA-N',
      'ZPUCINDJVBIVPJ-LJISPDSOS1-N',
    ],
  },
  'un-symbol': {
    right: [
      ['A/RES/55/25', 'A/RES/55/25'],
      ['e/cn.7/2022/3', 'E/CN.7/2022/3'],
      ['CAC/COSP/2021/1/REV.1', 'CAC/COSP/2021/1/Rev.1'],
      ['CTOC/COP/WG.3/2021/2', 'CTOC/COP/WG.3/2021/2'],
      ['A / C.3 / 77 / L.5 / Corr. 1', 'A/C.3/77/L.5/Corr.1'],
      ['S/RES/1540 (2004)', 'S/RES/1540(2004)'],
      ['A/RES/217(III)', 'A/RES/217(III)'],
      ['UN Doc. A/72/125', 'A/72/125'],
      ['A/76/6 (Sect. 16)', 'A/76/6(Sect.16)'],
      ['CAC/COSP/IRG/I/1/1/Add.4', 'CAC/COSP/IRG/I/1/1/Add.4'],
      ['A/CONF.234/16', 'A/CONF.234/16'],
      ['E/INCB/2021/1', 'E/INCB/2021/1'],
    ],
    wrong: ['A', 'A/RES', 'XYZ/1/2', 'A//55/25', 'A/RES/55/25/', 'A/RES/55 25', '<A/1>', `A/${'1/'.repeat(80)}1`],
  },
  doi: {
    right: [
      ['10.18356/9789213629628', '10.18356/9789213629628'],
      ['https://doi.org/10.1000/ABC(1)', '10.1000/abc(1)'],
      ['doi: 10.1000.10/x', '10.1000.10/x'],
    ],
    wrong: ['10.18356', '11.1000/1', '10.1/x', '10.1000/a b'],
  },
  isbn: {
    right: [
      ['978-0-14-103614-4', '9780141036144'],
      ['0-306-40615-2', '9780306406157'],
      ['ISBN-10: 0-8044-2957-X', '9780804429573'],
      ['ISBN 979-10-90636-07-1', '9791090636071'],
    ],
    wrong: ['978-0-14-103614-5', '0-306-40615-3', '9770141036144', '123'],
  },
  'iso-country': {
    right: [
      ['ke', 'KEN'],
      ['404', 'KEN'],
      ['PER', 'PER'],
    ],
    wrong: ['Kenya', 'WORLD', 'ZZZ', '001', 'GBR_NI'],
  },
  uri: {
    right: [
      ['urn:isbn:9780141036144', 'urn:isbn:9780141036144'],
      ['HTTPS://example.org/A', 'https://example.org/A'],
    ],
    wrong: ['javascript:alert(1)', 'data:text/html,x', 'example.org', 'https://a b', 'http://'],
  },
};

describe('identifiers', () => {
  for (const [form, { right, wrong }] of Object.entries(vectors) as [
    IdentifierForm,
    (typeof vectors)[IdentifierForm],
  ][]) {
    it(`${form}: written one way, however it came`, () => {
      for (const [text, value] of right) {
        assert.deepEqual(readIdentifier(form, ` ${text} `), { ok: true, value });
        assert.deepEqual(readIdentifier(form, value), { ok: true, value }, 'reading again changes nothing');
      }
    });
    it(`${form}: what is none is refused`, () => {
      for (const text of wrong) assert.equal(readIdentifier(form, text).ok, false, text);
    });
  }

  it('every digit of a CAS number and of an ISBN counts', () => {
    for (const [form, value] of [
      ['cas', '7732-18-5'],
      ['isbn', '9780141036144'],
      ['isbn', '0306406152'],
    ] as const)
      for (const at of Array.from(value).keys())
        if (/\d/.test(value[at] ?? '')) {
          const changed = value.slice(0, at) + ((Number(value[at]) + 1) % 10) + value.slice(at + 1);
          assert.equal(readIdentifier(form, changed).ok, false, changed);
        }
  });
});
