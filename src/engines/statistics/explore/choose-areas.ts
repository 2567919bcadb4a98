import { findArea } from '#reference/index.ts';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { column, conditionOf, relationFor, type Question } from './sql.ts';

/** The most areas that a first look draws as lines. */
const firstLook = 6;

/** Whether a code stands for several countries together. */
export function isAggregate(code: string): boolean {
  return findArea(code)?.kind === 'aggregate';
}

/** The areas for lines where none are chosen: the longest series, and of those the largest by their latest figure. */
export async function chooseAreas(
  store: ReleasedStore,
  release: ReleasedFlow,
  area: string,
  question: Question,
): Promise<readonly string[]> {
  const condition = conditionOf(question, { without: area });
  const rows = await store.rows(
    `SELECT ${column(area)} AS area, count(OBS_VALUE)::DOUBLE AS n, arg_max(OBS_VALUE, _start) AS latest
     FROM ${relationFor(release, question, area)} WHERE ${condition.sql} AND OBS_VALUE IS NOT NULL GROUP BY 1`,
    [...condition.values],
  );
  const most = Math.max(0, ...rows.map(({ n }) => Number(n)));
  return rows
    .map(({ area: id, n, latest }) => ({ id: String(id), n: Number(n), latest: Number(latest) }))
    .filter(({ n }) => n >= most * 0.8)
    .toSorted((one, other) => other.latest - one.latest || one.id.localeCompare(other.id, 'en'))
    .slice(0, firstLook)
    .map(({ id }) => id);
}

/** Places that are no aggregates, of which a question has any figure. */
export async function placesWithFigures(
  store: ReleasedStore,
  release: ReleasedFlow,
  area: string,
  question: Question,
): Promise<readonly string[]> {
  const { sql, values } = conditionOf(question, { without: area });
  const rows = await store.rows(
    `SELECT DISTINCT ${column(area)} AS area FROM ${relationFor(release, question, area)} WHERE ${sql} AND OBS_VALUE IS NOT NULL ORDER BY 1`,
    values,
  );
  return rows.map((row) => String(row['area'])).filter((code) => !isAggregate(code));
}
