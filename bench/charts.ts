// Line chart and world map to SVG text, beside Observable Plot on the same figures and beside the bare arithmetic of the paths.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as Plot from '@observablehq/plot';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { parseHTML } from 'linkedom';
import { feature } from 'topojson-client';
import { drawLine, drawMap, type MapArea } from '#kernel/charts/index.ts';
import { countries } from '#reference/index.ts';
import { median, recordFigures } from './figures.ts';

const runs = 60;
const { document } = parseHTML('<html><body></body></html>');

const years = Array.from({ length: 18 }, (_, index) => 2003 + index);
const series = Array.from({ length: 8 }, (_, row) => ({
  label: `State ${row + 1}`,
  points: years.map((x) => ({ x, y: 100 + 20 * row + 15 * Math.sin(x + row) })),
}));
const rows = series.flatMap(({ label, points }) => points.map((point) => ({ ...point, label })));

const areas = countries.map(({ alpha3, name }, index): MapArea => ({
  area: alpha3,
  name: name.en,
  value: (index * 37) % 211,
  period: '2020',
}));
const byNumber = new Map(countries.map(({ m49 }, index) => [m49, (index * 37) % 211]));
const atlas = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('world-atlas/countries-110m.json')), 'utf8'),
) as TopoJSON.Topology<{ countries: TopoJSON.GeometryCollection<{ name: string }> }>;
const shapes: readonly GeoJSON.Feature<GeoJSON.Geometry, { name: string }>[] = feature(
  atlas,
  atlas.objects.countries,
).features;

/** Median milliseconds of a run, after a few to warm up; the length keeps the work from being optimised away. */
function time(work: () => string): { readonly ms: number; readonly length: number } {
  let length = 0;
  for (let run = 0; run < 10; run += 1) length = work().length;
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    length = work().length;
    taken.push(performance.now() - start);
  }
  return { ms: median(taken), length };
}

const shown = ({ ms, length }: { readonly ms: number; readonly length: number }): string =>
  `${ms.toFixed(ms < 1 ? 2 : 1)} ms, ${Math.round(length / 1000)} kB`;

const line = time(() => drawLine({ title: 'Rate', subtitle: 'Per 100,000', language: 'en', series }).svg);
const plotLine = time(
  () =>
    Plot.plot({
      document,
      width: 960,
      height: 480,
      marks: [
        Plot.lineY(rows, { x: 'x', y: 'y', stroke: 'label' }),
        Plot.dot(rows, { x: 'x', y: 'y', stroke: 'label' }),
      ],
    }).outerHTML,
);
const bareLine = time(() =>
  series
    .map(
      ({ points }) =>
        `M${points.map(({ x, y }) => `${((x - 2003) * 50).toFixed(1)},${(480 - y).toFixed(1)}`).join('L')}`,
    )
    .join(''),
);

const map = time(() => drawMap({ title: 'Rate', language: 'en', areas }).svg);
const plotMap = time(
  () =>
    Plot.plot({
      document,
      width: 960,
      projection: 'equal-earth',
      color: { type: 'quantile', n: 5, scheme: 'blues' },
      marks: [
        Plot.geo([...shapes], {
          fill: (shape: GeoJSON.Feature) => byNumber.get(String(shape.id)),
          title: (shape: GeoJSON.Feature<GeoJSON.Geometry, { name: string }>) => shape.properties.name,
        }),
      ],
    }).outerHTML,
);
const bareMap = time(() => {
  const path = geoPath(geoEqualEarth().fitWidth(936, { type: 'Sphere' }));
  return shapes.map((shape) => path(shape) ?? '').join('');
});

recordFigures('Charts', {
  command: 'npm run bench -- charts',
  runs,
  figures: [
    {
      what: 'Line chart, 8 series of 18 years, with its table',
      ours: shown(line),
      peer: `Observable Plot in linkedom: ${shown(plotLine)}`,
      limit: `path text alone: ${shown(bareLine)}`,
      goal: 'faster than the peer',
      met: line.ms < plotLine.ms,
    },
    {
      what: 'World map at 110m, every area with figure and title, with its table',
      ours: shown(map),
      peer: `Observable Plot in linkedom: ${shown(plotMap)}`,
      limit: `d3-geo path text alone: ${shown(bareMap)}`,
      goal: '150 kB or less',
      met: map.length <= 150_000,
    },
  ],
});
