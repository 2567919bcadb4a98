import { say } from '#kernel/i18n/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import type { ChartFrame, Drawing, PointStatus } from '../input.ts';
import { checkFigure, checkInput } from '../check-input.ts';
import { drawFrame, type Room } from '../layout/draw-frame.ts';
import { drawKey, type Block } from '../layout/key.ts';
import { makeKit, type Kit } from '../layout/kit.ts';
import { el } from '../svg/element.ts';
import { decimalsFor } from '../text/number-format.ts';
import { classLimits, classOf, type Classing } from './classes.ts';
import { drawArea } from './draw-area.ts';
import { classFill, mapPatterns, noDataFill, notApplicableFill } from './map-fills.ts';
import { mapKey } from './map-key.ts';
import { mapNotes, summarizeMap } from './map-words.ts';
import { mapTable } from './map-table.ts';
import { placeAreas, type PlacedArea } from './place-areas.ts';
import { worldSheet, type Sheet } from './sheet.ts';

/** What is known about one area. */
export interface MapArea {
  /** ISO 3166-1 alpha-3. Codes that are no country are listed as not drawn. */
  readonly area: string;
  readonly name: string;
  readonly value: number | null;
  readonly period?: string;
  readonly status?: PointStatus;
  readonly note?: string;
  readonly finding?: string;
  /** An address of this site or an https address. */
  readonly href?: string;
}

export interface MapChart extends ChartFrame {
  readonly areas: readonly MapArea[];
  /** Five classes with equal numbers of areas when absent. */
  readonly classes?: Classing;
  /** Scale of the outlines: `110m` is small to send; `50m` is finer, for a large sheet. */
  readonly detail?: '110m' | '50m';
}

/**
 * Draws figures of countries and areas as classes of colour on a world map in Equal Earth. Every member State is there, small ones
 * as circles; areas without a figure are hatched, those to which it does not apply dotted; boundaries that are not final are dashed.
 * An area given twice, a figure that is no number and more than six classes are Problems.
 */
export function drawMap(chart: MapChart): Drawing {
  checkAreas(chart);
  const figures = chart.areas.flatMap(({ value }) => (value === null ? [] : [value]));
  const kit = makeKit(chart, chart.decimals ?? decimalsFor(figures), [chart.areas, chart.classes, chart.detail]);
  const limits = classLimits(figures, chart.classes ?? { method: 'quantile' }, kit.decimals);
  const margin = kit.width < 200 ? 8 : 12;
  const sheet = worldSheet(chart.detail ?? '110m', Math.round(kit.width - 2 * margin));
  const radius = kit.compact ? 1.9 : 3;
  const { placed, unplaced } = placeAreas(kit, sheet, chart.areas, radius);
  const altText = summarizeMap(kit, placed);
  const framed = drawFrame(
    kit,
    chart,
    {
      altText,
      ownNotes: mapNotes(kit, placed, unplaced),
      defs: mapPatterns(kit),
      hasLinks: chart.areas.some(({ href }) => href !== undefined),
    },
    (room) => drawSheet(kit, sheet, placed, limits, radius, room),
  );
  return { ...framed, table: mapTable(kit, chart), altText };
}

function drawSheet(
  kit: Kit,
  sheet: Sheet,
  placed: readonly PlacedArea[],
  limits: readonly number[],
  radius: number,
  room: Room,
): Block {
  const classes = limits.length + 1;
  const byClass = Map.groupBy(placed, ({ given, status }) =>
    status === 'figure' && given !== undefined && given.value !== null
      ? classOf(given.value, limits, kit.decimals)
      : status,
  );
  const fills: readonly (readonly [number | string, string])[] = [
    ['not-applicable', notApplicableFill(kit)],
    ['no-data', noDataFill(kit)],
    ...Array.from({ length: classes }, (_, index) => [index, classFill(kit, index, classes)] as const),
  ];
  const group = (wanted: 'path' | 'circle'): string =>
    fills
      .map(([name, fill]) => {
        const own = (byClass.get(name as number) ?? []).filter(
          ({ circle }) => (circle === undefined) === (wanted === 'path'),
        );
        return own.length === 0
          ? ''
          : el('g', { fill, 'data-class': String(name) }, ...own.map((area) => drawArea(kit, area, radius)));
      })
      .join('');
  const line = {
    fill: 'none',
    stroke: kit.paint('map-line'),
    'stroke-width': 0.5,
    'stroke-linejoin': 'round',
    'pointer-events': 'none',
  } as const;
  const undetermined =
    sheet.undetermined === '' ? '' : el('path', { d: sheet.undetermined, fill: notApplicableFill(kit) });
  // Dashes in ink on a casing of paper, so that they show between dark areas as between light ones.
  const thin = kit.compact ? 0.6 : 0.8;
  const dashed = { d: sheet.dashed, fill: 'none', 'pointer-events': 'none' } as const;
  const lines = [
    el('path', { d: sheet.solid + sheet.coast, ...line }),
    el('path', { ...dashed, stroke: kit.paint('paper'), 'stroke-width': 2 * thin }),
    el('path', { ...dashed, stroke: kit.paint('ink'), 'stroke-width': thin, 'stroke-dasharray': '2 1.6' }),
  ].join('');
  const drawn = el(
    'g',
    { transform: `translate(${room.left} ${room.top})` },
    group('path'),
    undetermined,
    lines,
    group('circle'),
  );
  const key = drawKey(kit, mapKey(kit, byClass, limits, radius), room.left, room.right, room.top + sheet.height + 8);
  return { svg: drawn + key.svg, height: sheet.height + 8 + key.height };
}

function checkAreas(chart: MapChart): void {
  checkInput(chart, []);
  const seen = new Set<string>();
  for (const { area, name, value, href } of chart.areas) {
    if (value !== null) checkFigure(value, chart.title, name);
    if (seen.has(area)) {
      throw new Problem(
        'invalid',
        say('The map "{title}" cannot be drawn: {name} is given twice. Choose one of the two figures.', {
          title: chart.title,
          name,
        }),
      );
    }
    seen.add(area);
    // A link that runs script would be a way into the page for whoever wrote the data.
    if (href !== undefined && !/^(?:https?:\/\/|\/(?!\/)|[?#])/i.test(href)) {
      throw new Problem(
        'invalid',
        say('The map "{title}" cannot be drawn: the link of {name} is no web address.', { title: chart.title, name }),
      );
    }
  }
}
