import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aggregates, areaName, areas, countries, findArea, partsOf, subNationalAreas } from '../index.ts';
import { assertParents, assertSixNames, assertUnique } from '../testing/consistency.ts';

describe('countries and areas', () => {
  it('has every place once, by each of its codes', () => {
    assertUnique(areas.map(({ id }) => id));
    assertUnique(countries.flatMap(({ alpha2 }) => alpha2 ?? []));
    assertUnique([...countries, ...aggregates].flatMap(({ m49 }) => m49 ?? []));
    for (const { alpha2, alpha3, m49 } of countries) {
      assert.match(alpha3, /^[A-Z]{3}$/);
      if (alpha3 !== 'XKX') assert.match(`${alpha2} ${m49}`, /^[A-Z]{2} \d{3}$/, alpha3);
    }
  });

  it('has the 248 of M49, Taiwan Province of China and Kosovo under UNSCR 1244', () => {
    assert.equal(countries.length, 250);
    assert.equal(subNationalAreas.length, 5);
    assert.equal(aggregates.length, 30);
  });

  it('counts 193 member States and two observer States', () => {
    const of = (membership: string): string[] =>
      countries.filter((one) => one.membership === membership).map(({ id }) => id);
    assert.equal(of('member-state').length, 193);
    assert.deepEqual(of('observer'), ['PSE', 'VAT']);
    for (const area of ['COK', 'NIU', 'HKG', 'PRI', 'XKX', 'TWN', 'ESH']) assert.ok(of('area').includes(area), area);
    for (const state of ['SSD', 'MNE', 'TLS', 'CHE', 'MCO', 'TUV', 'MHL'])
      assert.ok(of('member-state').includes(state), state);
  });

  it('names every place in six languages', () => {
    for (const area of areas) assertSixNames(area.id, area.name);
  });

  it('writes names as the United Nations does', () => {
    const english = {
      TUR: 'Türkiye',
      VNM: 'Viet Nam',
      BOL: 'Bolivia (Plurinational State of)',
      CZE: 'Czechia',
      PSE: 'State of Palestine',
      HKG: 'China, Hong Kong Special Administrative Region',
      CIV: 'Côte d’Ivoire',
      SWZ: 'Eswatini',
      MKD: 'North Macedonia',
      CPV: 'Cabo Verde',
      XKX: 'Kosovo under UNSCR 1244',
    };
    for (const [code, name] of Object.entries(english)) assert.equal(areaName(code, 'en'), name);
    assert.equal(areaName('RUS', 'ru'), 'Российская Федерация');
    assert.equal(areaName('CHN', 'zh'), '中国');
    assert.equal(areaName('EGY', 'ar'), 'مصر');
    assert.equal(areaName('DEU', 'es'), 'Alemania');
    assert.equal(areaName('GBR', 'fr'), 'Royaume-Uni de Grande-Bretagne et d’Irlande du Nord');
  });

  it('puts every place below one that exists', () => {
    assertParents(
      areas.map((area) => (area.kind === 'country' ? { id: area.id, parent: area.region ?? 'WORLD' } : area)),
    );
    assert.deepEqual(
      countries.filter(({ region }) => region === undefined).map(({ id }) => id),
      ['ATA'],
    );
  });
});

describe('looking up a place by code', () => {
  it('knows alpha-3, alpha-2, M49, sub-national codes and the world', () => {
    const expected = {
      FRA: 'FRA',
      fr: 'FRA',
      '250': 'FRA',
      '4': 'AFG',
      '004': 'AFG',
      GBR_E_W: 'GBR_E_W',
      'gbr-ni': 'GBR_NI',
      'GB-SCT': 'GBR_S',
      'IQ-KR': 'IRQ_KRI',
      IRQ_C: 'IRQ_C',
      WORLD: 'WORLD',
      '001': 'WORLD',
      '39': '039',
      UK: 'GBR',
      XK: 'XKX',
      SXM: 'SXM',
      MAF: 'MAF',
      CUW: 'CUW',
    };
    for (const [code, id] of Object.entries(expected)) assert.equal(findArea(code)?.id, id, code);
    for (const code of ['', 'XXX', 'ZZ', '999', 'GBR_', 'Country', 'constructor'])
      assert.equal(findArea(code), undefined, code);
  });

  it('tells parts and aggregates from countries', () => {
    assert.equal(findArea('WORLD')?.kind, 'aggregate');
    assert.deepEqual(
      partsOf('GBR').map(({ id }) => id),
      ['GBR_E_W', 'GBR_NI', 'GBR_S'],
    );
    assert.deepEqual(
      partsOf('IRQ').map(({ id }) => id),
      ['IRQ_C', 'IRQ_KRI'],
    );
    assert.deepEqual(partsOf('FRA'), []);
    assert.deepEqual(partsOf('nowhere'), []);
  });

  it('shows a code that it does not know as it is', () => {
    assert.equal(areaName('QQQ', 'fr'), 'QQQ');
  });
});
