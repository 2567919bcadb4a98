/** Whether nothing is said: null, blank text, a list or object of nothing else. Looks three levels deep, which no field exceeds. */
export function isEmpty(value: unknown, levels = 3): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object' || levels === 0) return false;
  return Object.values(value).every((part) => isEmpty(part, levels - 1));
}

/** An object with named parts, as JSON gives it; undefined for all else. */
export function partsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}
