import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toCslJson, toRis } from './cite.ts';
import { demonstrationBibliography } from './index.ts';
import { pageRange, publicationSchema, type Publication } from './publication.ts';
import { toBibtex } from './to-bibtex.ts';

const article: Publication = {
  name: 'Costs & gains: 50% of {nothing}\nin_sum',
  authors: [
    { name: 'Search and Rescue Group (demonstration)', kind: 'body' },
    { name: 'Example, Ada', kind: 'person' },
  ],
  year: '2015-06',
  kind: 'article',
  container: 'Demonstration Journal',
  volume: '4',
  issue: '2',
  pages: '101–128',
  doi: '10.5555/demo_1',
  language: 'en',
  keywords: [{ en: 'prisons', fr: 'prisons (fr)' }, { en: 'costs' }],
  annotation: { en: 'Line one.\n\nLine two.', fr: 'Résumé.' },
  web: [{ url: 'https://example.org/a_b?c=1' }],
};

describe('a publication in RIS', () => {
  it('has a tag on each line, the type first and the end last', () => {
    assert.deepEqual(toRis('p-1', article).split('\r\n'), [
      'TY  - JOUR',
      'ID  - p-1',
      'TI  - Costs & gains: 50% of {nothing} in_sum',
      'AU  - Search and Rescue Group (demonstration)',
      'AU  - Example, Ada',
      'PY  - 2015',
      'DA  - 2015/06//',
      'T2  - Demonstration Journal',
      'VL  - 4',
      'IS  - 2',
      'SP  - 101',
      'EP  - 128',
      'DO  - 10.5555/demo_1',
      'LA  - en',
      'KW  - prisons',
      'KW  - costs',
      'AB  - Line one. Line two.',
      'UR  - https://example.org/a_b?c=1',
      'ER  - ',
      '',
    ]);
  });

  it('speaks the language of the reader where the record does', () => {
    const ris = toRis('p-1', article, 'fr');
    assert.match(ris, /KW {2}- prisons \(fr\)\r\nKW {2}- costs\r\nAB {2}- Résumé\./);
  });
});

describe('a publication in BibTeX', () => {
  it('escapes what TeX would read as commands, and leaves addresses alone', () => {
    const entry = toBibtex('p-1', article);
    assert.match(entry, /^@article\{p-1,\n {2}title = \{\{Costs \\& gains: 50\\% of \\\{nothing\\\} in\\_sum\}\},\n/);
    assert.ok(entry.includes('  doi = {10.5555/demo_1},\n'));
    assert.ok(entry.includes('  url = {https://example.org/a_b?c=1}\n}\n'));
    assert.ok(
      toBibtex('x', { ...article, name: '\\~^$#' }).includes(
        String.raw`{{\textbackslash{}\textasciitilde{}\textasciicircum{}\$\#}}`,
      ),
    );
  });

  it('holds the name of a body together, also around “and”', () => {
    assert.ok(
      toBibtex('p-1', article).includes('  author = {{Search and Rescue Group (demonstration)} and Example, Ada},\n'),
    );
  });

  it('gives year, month and pages in its own way', () => {
    const entry = toBibtex('p-1', article);
    for (const line of ['year = {2015}', 'month = jun', 'pages = {101--128}']) assert.ok(entry.includes(line), line);
    assert.ok(!toBibtex('p-1', { ...article, year: '2015' }).includes('month'));
  });
});

describe('a publication in CSL-JSON', () => {
  it('divides the name of a person and not that of a body, and the date as far as it is known', () => {
    const item = toCslJson('p-1', article);
    assert.deepEqual(item['author'], [
      { literal: 'Search and Rescue Group (demonstration)' },
      { family: 'Example', given: 'Ada' },
    ]);
    assert.deepEqual(item['issued'], { 'date-parts': [[2015, 6]] });
    assert.deepEqual(
      [item['type'], item['container-title'], item['page'], item['keyword']],
      ['article-journal', 'Demonstration Journal', '101-128', 'prisons, costs'],
    );
    assert.ok(!('publisher' in item));
  });

  it('puts a working paper into its series, under its number', () => {
    const item = toCslJson('p-2', { ...article, kind: 'paper' });
    assert.deepEqual(
      [item['type'], item['genre'], item['collection-title'], item['number'], 'container-title' in item],
      ['report', 'Working paper', 'Demonstration Journal', '2', false],
    );
  });
});

describe('every invented publication', () => {
  it('is cited in the three formats', () => {
    for (const { id = '', data } of demonstrationBibliography()) {
      const publication = publicationSchema.parse(data);
      assert.match(toRis(id, publication), /^TY {2}- [A-Z]{4}\r\n(?:[A-Z][A-Z0-9] {2}- .+\r\n)+ER {2}- \r\n$/u);
      const entry = toBibtex(id, publication).replaceAll(/\\[{}]/gu, '');
      assert.equal(entry.split('{').length, entry.split('}').length, id);
      const item = toCslJson(id, publication);
      assert.deepEqual(JSON.parse(JSON.stringify(item)), item, id);
    }
  });

  it('has pages that are a range whichever dash is written', () => {
    assert.deepEqual(pageRange('1–9'), ['1', '9']);
    assert.deepEqual(pageRange('1-9'), ['1', '9']);
    assert.deepEqual(pageRange('e12'), ['e12']);
  });
});
