import type { Figure } from './observations.ts';

/** Address of a flow's pages, without language. The colon of `AGENCY:ID` stands as it is. */
export function flowPath(flow: string, rest = ''): string {
  return `/data/${encodeURIComponent(flow).replaceAll('%3A', ':')}${rest}`;
}

/** Address of the findings about a flow. */
export function findingsPath(flow: string): string {
  return `/work/findings?flow=${encodeURIComponent(flow)}`;
}

/** The series of a figure: its codes in key order, joined by points, as SDMX writes it. */
export function seriesOf({ key }: Pick<Figure, 'key'>): string {
  return Object.values(key).join('.');
}

/** Address of the page that walks one figure back to its source. */
export function figurePath(flow: string, release: number, figure: Pick<Figure, 'key' | 'period'>): string {
  const query = `KEY=${encodeURIComponent(seriesOf(figure))}&TIME_PERIOD=${encodeURIComponent(figure.period)}`;
  return flowPath(flow, `/releases/${release}/observation?${query}`);
}
