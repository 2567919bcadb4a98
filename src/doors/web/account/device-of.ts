const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** "Firefox, Windows" out of a User-Agent header, as far as it can be told; undefined where it says neither. */
export function deviceOf(userAgent: string): string | undefined {
  const pick = (table: readonly (readonly [string, string])[]): string | undefined =>
    table.find(([mark]) => userAgent.includes(mark))?.[1];
  const known = [pick(browsers), pick(systems)].filter((word) => word !== undefined);
  return known.length === 0 ? undefined : known.join(', ');
}
