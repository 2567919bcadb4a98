const columns =
  'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source';

/** A CSV in the portal's layout: persons held in one State, one row a year, invented. `values` by year from 2000 on. */
export function aPrisonFile(values: readonly (number | string)[], area = 'KEN'): string {
  const rows = values.map(
    (value, at) =>
      `${area},Kenya,Africa,Eastern Africa,Persons held,Total,Total,Total,Total,${2000 + at},Counts,${value},Invented`,
  );
  return `${[columns, ...rows].join('\n')}\n`;
}
