import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  confidentialityOf,
  maskedAudience,
  suppressedStatus,
  type DisclosureRule,
  type DisclosureSummary,
} from '../disclosure/disclosure-rule.ts';
import { findDetermined } from '../disclosure/find-determined.ts';
import { groupTable, type GroupRow, type Version } from '../disclosure/group-table.ts';
import { suppress } from '../disclosure/suppress.ts';
import type { Suppression } from '../disclosure/table.ts';
import type { DataStructure } from '../model/structure.ts';
import type { AcceptedState } from './cube/accepted-relation.ts';
import { stagedColumns } from './cube/columns.ts';
import { identifier, identifiers, literal } from './cube/sql-text.ts';
import type { Workshop } from './cube/workshop.ts';

export interface Hiding {
  readonly rule: DisclosureRule;
  readonly structure: DataStructure;
  readonly accepted: AcceptedState;
  /** Who may read the flow; what is for others only is not shown anyway. */
  readonly audience: string;
  /** Folder of the release before. */
  readonly before: string | undefined;
}

/**
 * Applies a flow's disclosure rule to what is about to be released. In the state that it gives, a hidden figure is there twice:
 * whole, marked confidential, for the restricted file; and without value or words, in the audience `masked`, for the public one.
 */
export async function hideFigures(
  workshop: Workshop,
  hiding: Hiding,
): Promise<{ state: AcceptedState; summary: DisclosureSummary }> {
  const { rule, structure, accepted } = hiding;
  const key = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const keyColumns = key.map((id) => `${identifier(id)} VARCHAR`).join(', ');
  await workshop.run(`CREATE TABLE hidden (${keyColumns}, how VARCHAR)`);
  const exposed = await decide(workshop, hiding);
  for (const codes of rule.with ?? []) await hideWith(workshop, hiding, codes, key);
  // A figure may be computed from two hidden counts; it is hidden once.
  await workshop.run(
    `CREATE TABLE hidden_once AS SELECT DISTINCT ON (${identifiers(key)}) * FROM hidden ORDER BY ${identifiers(key)}, how`,
  );

  const attributes = structure.attributes;
  const columns = stagedColumns(structure);
  const match = key.map((id) => `h.${identifier(id)} = n.${identifier(id)}`).join(' AND ');
  const open = isOpen(hiding.audience, 'n');
  const whole = columns.map((id) =>
    id === 'CONF_STATUS'
      ? `CASE WHEN h.how IS NOT NULL AND ${open} THEN h.how ELSE n.CONF_STATUS END AS CONF_STATUS`
      : `n.${identifier(id)}`,
  );
  // Free text may say what the figure was; only coded attributes stay beside the gap.
  const coded = new Set(attributes.filter(({ codelist }) => codelist !== undefined).map(({ id }) => id));
  const masked = columns.map((id) => {
    if (id === 'OBS_VALUE') return 'NULL::DOUBLE AS OBS_VALUE';
    if (id === 'OBS_STATUS') return `${literal(suppressedStatus)} AS OBS_STATUS`;
    if (id === 'CONF_STATUS') return 'h.how AS CONF_STATUS';
    return key.includes(id) || coded.has(id) ? `n.${identifier(id)}` : `NULL::VARCHAR AS ${identifier(id)}`;
  });
  const sql = `(SELECT ${whole.join(', ')}, n._batch, n._row, n._audience FROM ${accepted.sql} n LEFT JOIN hidden_once h ON ${match}
    UNION ALL SELECT ${masked.join(', ')}, n._batch, n._row, ${literal(maskedAudience)} AS _audience
    FROM ${accepted.sql} n JOIN hidden_once h ON ${match} WHERE ${open})`;
  const counts = await workshop.rows(
    `SELECT CONF_STATUS AS how, count(*)::DOUBLE AS n FROM ${sql} WHERE _audience = ${literal(maskedAudience)} GROUP BY 1`,
  );
  const of = (how: Suppression): number =>
    Number(counts.find((row) => row['how'] === confidentialityOf[how])?.['n'] ?? 0);
  return {
    state: { sql, sorted: false },
    summary: { threshold: rule.threshold, primary: of('primary'), secondary: of('secondary'), exposed },
  };
}

const isOpen = (audience: string, table: string): string =>
  `(${table}.CONF_STATUS = 'F' AND ${table}._audience = ${literal(audience)})`;

/** Fills the table of what is hidden, group by group of counts that add up with each other; gives how many cannot be protected. */
async function decide(workshop: Workshop, hiding: Hiding): Promise<number> {
  const { rule, structure } = hiding;
  const all = structure.dimensions.map(({ id }) => id);
  const along = all.filter((id) => rule.sums.some(({ dimension }) => dimension === id));
  const fixed = [...all.filter((id) => !along.includes(id)), 'TIME_PERIOD'];
  await workshop.run(`CREATE TABLE counted AS ${countedQuery(hiding, [...all, 'TIME_PERIOD'])}`);
  const result = await workshop.connection.stream(
    `SELECT ${identifiers(fixed)}, ${along.length === 0 ? '' : `${identifiers(along)}, `}there, v, shown, was_there, was, was_shown FROM counted
     QUALIFY bool_or((v > 0 AND v < ${rule.threshold}) OR shown = false OR was_shown = false) OVER (PARTITION BY ${identifiers(fixed)})
     ORDER BY ${identifiers(fixed)}`,
  );
  let exposed = 0;
  let group: { name: string; fixed: readonly string[]; rows: GroupRow[] } | undefined;
  const found: Found[] = [];
  const close = async (): Promise<void> => {
    if (group === undefined) return;
    const decided = decideGroup(rule, along, group.rows);
    exposed += decided.exposed;
    for (const [codes, how] of decided.hidden) found.push({ fixed: group.fixed, along: codes, how });
    if (found.length >= portion) await keep(workshop, [...fixed, ...along], found.splice(0));
  };
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const row of chunk.getRows()) {
      const codes = row.slice(0, all.length + 1).map(String);
      const name = codes.slice(0, fixed.length).join('\u0000');
      if (group?.name !== name) {
        await close();
        group = { name, fixed: codes.slice(0, fixed.length), rows: [] };
      }
      const [there, value, shown, wasThere, was, wasShown] = row.slice(all.length + 1);
      const version = (isThere: unknown, number: unknown, isShown: unknown): Version | undefined =>
        isThere === true
          ? { value: typeof number === 'number' ? number : undefined, shown: isShown === true }
          : undefined;
      const [now, before] = [version(there, value, shown), version(wasThere, was, wasShown)];
      group.rows.push({
        codes: codes.slice(fixed.length),
        ...(now !== undefined && { now }),
        ...(before !== undefined && { before }),
      });
    }
  }
  await close();
  await keep(workshop, [...fixed, ...along], found);
  return exposed;
}

interface Found {
  readonly fixed: readonly string[];
  readonly along: readonly string[];
  readonly how: Suppression;
}

/** Figures written at a time. */
const portion = 2000;

function decideGroup(
  rule: DisclosureRule,
  along: readonly string[],
  rows: readonly GroupRow[],
): { hidden: (readonly [readonly string[], Suppression])[]; exposed: number } {
  const table = groupTable(rule, along, rows);
  const hidden = suppress(table, rule.threshold);
  const secret = new Set(
    table.cells
      .filter(({ id, fixed }) => fixed === 'closed' || (hidden.has(id) && fixed !== 'shown'))
      .map(({ id }) => id),
  );
  const determined = new Set(findDetermined(table, secret));
  const known = table.cells.filter(
    ({ id, fixed }) => hidden.get(id) === 'primary' && (fixed === 'shown' || determined.has(id)),
  );
  return {
    hidden: rows.flatMap(({ codes, now }) => {
      const how = now === undefined ? undefined : hidden.get(codes.join('.'));
      return how === undefined ? [] : [[codes, how] as const];
    }),
    exposed: known.length,
  };
}

/** The counts that a sum could use, now and in the release before. A figure that nobody reported is none of them. */
function countedQuery({ rule, accepted, audience, before }: Hiding, key: readonly string[]): string {
  const counts = Object.entries(rule.of)
    .map(([id, codes]) => `${identifier(id)} IN (${[codes].flat().map(literal).join(', ')})`)
    .join(' AND ');
  const reported = `(OBS_VALUE IS NOT NULL OR OBS_STATUS = ${literal(suppressedStatus)})`;
  const where = [reported, ...(counts === '' ? [] : [counts])].join(' AND ');
  const columns = identifiers(key);
  const now = `SELECT ${columns}, true AS there, OBS_VALUE AS v, (OBS_VALUE IS NOT NULL AND ${isOpen(audience, 'n')}) AS shown FROM ${accepted.sql} n WHERE ${where}`;
  if (before === undefined)
    return `SELECT *, false AS was_there, NULL::DOUBLE AS was, NULL::BOOLEAN AS was_shown FROM (${now})`;
  return `SELECT * FROM (${now}) FULL JOIN (SELECT ${columns}, true AS was_there, OBS_VALUE AS was,
    (OBS_VALUE IS NOT NULL AND _open) AS was_shown FROM ${releasedCounts(before, columns)} WHERE ${where}) USING (${columns})`;
}

/** A release as it was: what it showed, and what it kept back in its restricted file. */
function releasedCounts(folder: string, columns: string): string {
  const read = (name: string): string => `read_parquet(${literal(join(folder, name))})`;
  const restricted = existsSync(join(folder, 'restricted.parquet'))
    ? ` UNION ALL SELECT ${columns}, OBS_VALUE, OBS_STATUS, false AS _open FROM ${read('restricted.parquet')}`
    : '';
  return `(SELECT ${columns}, OBS_VALUE, OBS_STATUS, true AS _open FROM ${read('public.parquet')} WHERE CONF_STATUS = 'F'${restricted})`;
}

async function keep(workshop: Workshop, columns: readonly string[], found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  const shape = JSON.stringify([
    { ...Object.fromEntries(columns.map((_, place) => [`c${place}`, 'VARCHAR'])), how: 'VARCHAR' },
  ]);
  const rows = found.map(({ fixed, along, how }) => ({
    ...Object.fromEntries([...fixed, ...along].map((code, place) => [`c${place}`, code])),
    how: confidentialityOf[how],
  }));
  await workshop.run(
    `INSERT INTO hidden (${identifiers(columns)}, how) SELECT ${columns.map((_, place) => `c${place}`).join(', ')}, how
     FROM (SELECT unnest(from_json(?, ${literal(shape)}), recursive := true))`,
    [JSON.stringify(rows)],
  );
}

/** What is computed from a hidden count has the same codes but for those named. */
async function hideWith(
  workshop: Workshop,
  { rule }: Hiding,
  codes: Readonly<Record<string, string>>,
  key: readonly string[],
): Promise<void> {
  const lead = key.map((id) =>
    codes[id] === undefined ? identifier(id) : `${literal(codes[id])} AS ${identifier(id)}`,
  );
  const counts = Object.entries(rule.of).map(
    ([id, own]) => `${identifier(id)} IN (${[own].flat().map(literal).join(', ')})`,
  );
  const where = counts.length === 0 ? '' : `WHERE ${counts.join(' AND ')}`;
  await workshop.run(`INSERT INTO hidden SELECT ${lead.join(', ')}, how FROM hidden ${where}`);
}
