export type { ChartFrame, ChartPoint, ChartSeries, ChartSize, Drawing, PointStatus } from './input.ts';
export { sizePresets } from './input.ts';
export type { ChartCell, ChartColumn, ChartTable } from './table/chart-table.ts';
export { drawLine, type LineChart } from './line/draw-line.ts';
export { drawBar, type BarChart } from './bar/draw-bar.ts';
export type { CategoryOrder } from './bar/read-categories.ts';
export { drawMap, type MapArea, type MapChart } from './map/draw-map.ts';
export type { Classing } from './map/classes.ts';
export { chartPalettes, chartTokensCss, type ChartToken } from './svg/palette.ts';
