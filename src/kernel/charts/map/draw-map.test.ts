import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoArea, geoContains } from 'd3-geo';
import { countries } from '#reference/index.ts';
import { assertSoundDrawing } from '../drawing-rules.ts';
import { elementsNamed, everyElement } from '../testing.ts';
import { derivePlaces } from './derive-places.ts';
import { drawMap, type MapArea, type MapChart } from './draw-map.ts';
import { unitedNationsWorld } from './united-nations-world.ts';
import places from './places.json' with { type: 'json' };

const states = countries.filter(({ membership }) => membership === 'member-state');
const aMap = (areas: readonly MapArea[], more: Partial<MapChart> = {}): MapChart => ({
  title: 'Prison population rate',
  language: 'en',
  areas,
  ...more,
});
const everyState = states.map(({ alpha3, name }, index): MapArea => ({
  area: alpha3,
  name: name.en,
  value: index,
  period: '2020',
}));

for (const detail of ['110m', '50m'] as const) {
  test(`all 193 member States are on the ${detail} map, each once, as outline or circle`, () => {
    const root = assertSoundDrawing(drawMap(aMap(everyState, { detail })));
    const drawn = everyElement(root).flatMap(({ attributes }) => attributes['data-area'] ?? []);
    assert.equal(states.length, 193);
    assert.deepEqual(
      states.map(({ alpha3 }) => alpha3).filter((alpha3) => drawn.filter((code) => code === alpha3).length !== 1),
      [],
    );
  });
}

test('a world map of 110m with a title and a link for each area stays under 160 kB, 150 kB without links', () => {
  const everyArea = countries.map(({ alpha3, name }, index): MapArea => ({
    area: alpha3,
    name: name.ar,
    value: index,
    period: '2020',
  }));
  const linked = everyArea.map((area) => ({ ...area, href: `/ar/areas/${area.area}` }));
  assert.ok(Buffer.byteLength(drawMap(aMap(everyArea, { language: 'ar' })).svg) < 150_000);
  assert.ok(Buffer.byteLength(drawMap(aMap(linked, { language: 'ar' })).svg) < 160_000);
});

test('an area says its figure and period, and one without a figure that there is none', () => {
  const root = assertSoundDrawing(drawMap(aMap([{ area: 'KEN', name: 'Kenya', value: 123, period: '2020' }])));
  const title = (code: string): string | undefined =>
    everyElement(root).find(({ attributes }) => attributes['data-area'] === code)?.children[0]?.text;
  assert.equal(title('KEN'), 'Kenya: 123 (2020)');
  assert.equal(title('FRA'), 'France: no data');
  assert.equal(title('ESH'), 'Western Sahara: not applicable');
});

test('Kosovo, Somaliland, northern Cyprus and Taiwan Province of China have no fill of their own, and figures given for them are told', () => {
  const drawing = drawMap(
    aMap([
      { area: 'XKX', name: 'Kosovo under UNSCR 1244', value: 5 },
      { area: 'SRB', name: 'Serbia', value: 7 },
    ]),
  );
  const drawn = everyElement(assertSoundDrawing(drawing)).flatMap(({ attributes }) => attributes['data-area'] ?? []);
  assert.deepEqual(
    drawn.filter((code) => ['XKX', 'TWN', 'undefined', ''].includes(code)),
    [],
  );
  assert.match(drawing.svg, /not coloured on the map: Kosovo under UNSCR 1244/);
  assert.equal(drawing.table.rows.length, 2);
});

test('no data and not applicable have different patterns, and boundaries that are not final are dashed and disclaimed', () => {
  const root = assertSoundDrawing(
    drawMap(aMap([{ area: 'VAT', name: 'Holy See', value: null, status: 'not-applicable' }])),
  );
  assert.equal(new Set(elementsNamed(root, 'pattern').map(({ children }) => children[1]?.attributes['d'])).size, 2);
  assert.ok(
    elementsNamed(root, 'path').some(
      ({ attributes }) => attributes['stroke-dasharray'] !== undefined && (attributes['d'] ?? '').length > 400,
    ),
  );
  assert.match(
    elementsNamed(root, 'text')
      .map(({ text }) => text)
      .join(' '),
    /express no opinion about the legal status/,
  );
});

test('places lie in the areas in which the United Nations sees them', () => {
  const expected = {
    'Dakhla, Western Sahara': [-15.5, 23.7, '732'],
    'Smara, Western Sahara': [-11.7, 26.7, '732'],
    'Agadir, Morocco': [-9, 30.4, '504'],
    'Simferopol, Ukraine': [34.1, 45, '804'],
    'Pristina, Serbia': [21.1, 42.6, '688'],
    'Hargeisa, Somalia': [44.1, 9.5, '706'],
    'Kyrenia, Cyprus': [33.3, 35.25, '196'],
    'Taipei, China': [121.4, 24.5, '156'],
    'Cayenne, French Guiana': [-53, 4, '254'],
    'Quneitra, Syrian Arab Republic': [35.8, 33, '760'],
    'Haifa, Israel': [35.1, 32.7, '376'],
    'Moscow, Russian Federation': [37.6, 55.7, '643'],
  } as const;
  for (const detail of ['110m', '50m'] as const) {
    const { areas } = unitedNationsWorld(detail);
    for (const [place, [longitude, latitude, wanted]] of Object.entries(expected)) {
      const found = [...areas].filter(([, shape]) => geoContains(shape, [longitude, latitude])).map(([m49]) => m49);
      assert.deepEqual(found, [wanted], `${place} at ${detail}`);
    }
    // A ring wound the wrong way would cover the globe.
    const land = [...areas.values()].reduce((sum, shape) => sum + geoArea(shape), 0);
    assert.ok(land > 3.1 && land < 3.7, `${land} of 12.57 steradians`);
  }
});

test('no outline crosses the sheet where the map is cut', () => {
  const root = assertSoundDrawing(drawMap(aMap(everyState)));
  for (const { attributes } of elementsNamed(root, 'path')) {
    if (attributes['data-area'] === undefined) continue;
    const jumps = [...(attributes['d'] ?? '').matchAll(/-?\d*\.?\d+/g)].map(([number]) => Math.abs(Number(number)));
    assert.ok(
      jumps.filter((jump) => jump > 400).length <= (attributes['d'] ?? '').split('M').length * 2,
      attributes['data-area'],
    );
  }
});

test('classes are limited to six, legend counts add up to the areas drawn', () => {
  assert.throws(() => drawMap(aMap(everyState, { classes: { method: 'equal', count: 7 } })), /1 to 6 classes/);
  const root = assertSoundDrawing(drawMap(aMap(everyState, { classes: { method: 'thresholds', at: [10, 100] } })));
  const texts = elementsNamed(root, 'text').map(({ text }) => text.replaceAll(/[\u2066\u2069]/g, ''));
  assert.ok(texts.includes('< 10 (10)'));
  assert.ok(texts.includes('10 – < 100 (90)'));
  assert.ok(texts.includes('≥ 100 (93)'));
});

test('a link that is no web address is refused; a good one wraps its area and makes the drawing a group', () => {
  const area = { area: 'KEN', name: 'Kenya', value: 1 };
  assert.throws(() => drawMap(aMap([{ ...area, href: 'javascript:alert(1)' }])), /no web address/);
  assert.throws(() => drawMap(aMap([{ ...area, href: '//elsewhere.example' }])), /no web address/);
  const root = assertSoundDrawing(drawMap(aMap([{ ...area, href: '/areas/KEN' }])));
  assert.equal(root.attributes['role'], 'group');
  assert.equal(elementsNamed(root, 'a')[0]?.attributes['href'], '/areas/KEN');
});

test('an area given twice is refused', () => {
  assert.throws(
    () =>
      drawMap(
        aMap([
          { area: 'KEN', name: 'Kenya', value: 1 },
          { area: 'KEN', name: 'Kenya', value: 2 },
        ]),
      ),
    /Kenya is given twice/,
  );
});

test('the places of small areas are those of the finest atlas', () => {
  assert.deepEqual({ ...places }, derivePlaces());
});
