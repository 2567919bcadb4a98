/**
 * Leaves out the points of an arc that matter least (Visvalingam and Whyatt 1993): time and again the point whose triangle with
 * its neighbours is smallest, until none is under `least` square degrees (measured at its latitude). Both ends stay, so that
 * areas which share an arc keep meeting; a closed arc keeps at least a triangle.
 */
export function thinArc(arc: readonly (readonly number[])[], least: number): number[][] {
  const points = arc.map((point) => [...point]);
  const areas = points.map((_, index) => triangle(points, index));
  while (points.length > 4) {
    let smallest = -1;
    for (let index = 1; index < points.length - 1; index += 1) {
      if ((areas[index] ?? Infinity) < (areas[smallest] ?? least)) smallest = index;
    }
    if (smallest < 0) break;
    points.splice(smallest, 1);
    areas.splice(smallest, 1);
    areas[smallest - 1] = triangle(points, smallest - 1);
    areas[smallest] = triangle(points, smallest);
  }
  return points;
}

function triangle(points: readonly (readonly number[])[], index: number): number {
  const [ax, ay] = points[index - 1] ?? [];
  const [bx, by] = points[index] ?? [];
  const [cx, cy] = points[index + 1] ?? [];
  if (
    ax === undefined ||
    ay === undefined ||
    bx === undefined ||
    by === undefined ||
    cx === undefined ||
    cy === undefined
  )
    return Infinity;
  return (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * Math.cos((by * Math.PI) / 180);
}
