import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { countries, findArea, findAreaByName, subNationalAreas, unLanguages } from '../index.ts';
import alternativeNames from './alternative-names.json' with { type: 'json' };

describe('looking up a place by name', () => {
  it('finds every country and part by its own name in every language', () => {
    for (const area of [...countries, ...subNationalAreas]) {
      for (const language of unLanguages)
        assert.equal(findAreaByName(area.name[language])?.id, area.id, `${area.name[language]} (${language})`);
    }
  });

  it('finds every other name that the list gives', () => {
    for (const [id, names] of Object.entries(alternativeNames)) {
      assert.ok(findArea(id), id);
      for (const name of names) assert.equal(findAreaByName(name)?.id, id, name);
    }
  });

  it('knows what people call a country', () => {
    const expected = {
      Turkey: 'TUR',
      'Ivory Coast': 'CIV',
      "COTE D'IVOIRE": 'CIV',
      'United States': 'USA',
      UK: 'GBR',
      'South Korea': 'KOR',
      'North Korea': 'PRK',
      Iran: 'IRN',
      'Iran, Islamic Republic of': 'IRN',
      'Islamic Republic of Iran': 'IRN',
      'St. Lucia': 'LCA',
      'Bosnia & Herzegovina': 'BIH',
      'The Gambia': 'GMB',
      'viet-nam': 'VNM',
      Curacao: 'CUW',
      'Республика Корея': 'KOR',
      Египет: 'EGY',
      المغرب: 'MAR',
      俄罗斯联邦: 'RUS',
      Congo: 'COG',
      'DR Congo': 'COD',
      Micronesia: 'FSM',
      'Saint Martin': 'MAF',
      'Northern Ireland': 'GBR_NI',
      World: 'WORLD',
    };
    for (const [name, id] of Object.entries(expected)) assert.equal(findAreaByName(name)?.id, id, name);
  });

  it('does not guess', () => {
    for (const name of ['', '—', 'Korea', 'Europe', 'Neverland', 'San Martín'])
      assert.equal(findAreaByName(name), undefined, name);
  });

  it('is not put off by case, accents, spaces and punctuation', () => {
    const noise = fc.constantFrom(' ', '-', ',', '’', '  ', '.');
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.boolean(), noise, noise, ({ id, name }, loud, before, after) => {
        const plain = name.en.normalize('NFD').replaceAll(/\p{M}/gu, '');
        const written = `${before}${loud ? plain.toUpperCase() : plain.toLowerCase()}${after}`;
        return findAreaByName(written)?.id === id;
      }),
    );
  });
});
