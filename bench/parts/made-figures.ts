import { DuckDBInstance } from '@duckdb/node-api';
import { areas } from '#reference/index.ts';

const literals = (codes: readonly string[]): string => `[${codes.map((code) => `'${code}'`).join(', ')}]`;

/** Fewer years make a quick try of ten million figures: `YEARS=4 npm run bench -- http`. */
const years = Number(process.env['YEARS'] ?? 40);

/** Codes of the prisons flow that the made figures take; all of them make 10,080,000 observations. */
export const made = {
  areas: areas.slice(0, 200).map(({ id }) => id),
  indicators: ['PERSONS_HELD', 'ENTERING', 'SUPERVISED', 'CAPACITY', 'FACILITIES', 'DEATHS', 'UNSENTENCED_BY_LENGTH'],
  sexes: ['_T', 'M', 'F'],
  ages: ['_T', 'Y0T4', 'Y5T9', 'Y10T14', 'Y15T17'],
  breakdowns: ['_T', ...Array.from({ length: 11 }, (_, at) => `ICCS${String(at + 1).padStart(2, '0')}`)],
  years: Array.from({ length: years }, (_, at) => String(1986 + at)),
};

export const mostFigures =
  made.areas.length *
  made.indicators.length *
  made.sexes.length *
  made.ages.length *
  made.breakdowns.length *
  made.years.length;

/** What a table made by hand would keep of a figure, in the order of `writeFigures` with `bare`. */
export const bareColumns = [
  'FREQ',
  'REF_AREA',
  'INDICATOR',
  'SEX',
  'AGE',
  'BREAKDOWN',
  'UNIT_MEASURE',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'CONF_STATUS',
  'SOURCE',
];

/**
 * Writes figures of the flow MANDATA:PRISONS as SDMX-CSV, in no order of the key, and none at fault: male and female make the
 * total, and no series jumps. The same every time. `bare` leaves out what SDMX-CSV says of the flow in every row.
 */
export async function writeFigures(path: string, most = mostFigures, bare = false): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const list = (name: string, codes: readonly string[]): string =>
    `(SELECT unnest(${literals(codes)}) AS ${name}, generate_subscripts(${literals(codes)}, 1) AS n_${name})`;
  await connection.run(
    `COPY (SELECT ${bare ? bareColumns.map((id) => `"${id}"`).join(', ') : '*'} FROM (
      SELECT 'dataflow' AS "STRUCTURE", 'MANDATA:PRISONS(1.0.0)' AS STRUCTURE_ID, 'I' AS "ACTION", 'A' AS FREQ, area AS REF_AREA,
        indicator AS INDICATOR, sex AS SEX, age AS AGE, breakdown AS BREAKDOWN, 'NUMBER' AS UNIT_MEASURE, year AS TIME_PERIOD,
        CASE sex WHEN '_T' THEN men + women WHEN 'M' THEN men ELSE women END AS OBS_VALUE, 'A' AS OBS_STATUS,
        'F' AS CONF_STATUS, 'Made' AS "SOURCE"
      FROM (SELECT *, 2000 + n_area * 13 + n_year * 7 + n_age * 3 + (n_area * n_year * n_breakdown * n_indicator) % 41 AS men,
          100 + n_indicator + (n_area * n_year + n_age) % 7 AS women
        FROM ${list('indicator', made.indicators)}, ${list('breakdown', made.breakdowns)}, ${list('area', made.areas)},
          ${list('age', made.ages)}, ${list('year', made.years)}, ${list('sex', made.sexes)})
      LIMIT ${Math.trunc(most)})
    ) TO '${path}' (FORMAT csv, HEADER)`,
  );
  connection.closeSync();
  instance.closeSync();
}
