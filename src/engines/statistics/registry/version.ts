// Definitions carry semantic versions (SDMX 3.0). The 1.x services speak dotted numbers of any length (SDMX 2.1): a patch
// number of 0 is left off, everything else is written whole, so that the two forms map one to one.

/** `1.0.0` → `1.0`; `1.2.3` stays. */
export function toLegacyVersion(version: string): string {
  return /^\d+\.\d+\.0$/.test(version) ? version.slice(0, version.lastIndexOf('.')) : version;
}

/** `1.0` and `1` → `1.0.0`; `1.2.3` stays. */
export function fromLegacyVersion(version: string): string {
  const parts = version.split('.');
  return parts.length >= 3 ? version : [...parts, '0', '0'].slice(0, 3).join('.');
}

interface Parsed {
  readonly numbers: readonly [number, number, number];
  readonly extension: string;
}

function parseVersion(version: string): Parsed | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-(.+))?$/.exec(version);
  if (match === null) return undefined;
  return { numbers: [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)], extension: match[4] ?? '' };
}

/** Orders versions; a draft (`1.0.0-draft`) comes before its release. Unreadable versions come first. */
export function compareVersions(a: string, b: string): number {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  for (const [index, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.extension === right.extension) return 0;
  if (left.extension === '') return 1;
  return right.extension !== '' && left.extension > right.extension ? 1 : -1;
}

/** Chooses among the versions of one artefact (sdmx-rest "Querying versions"): `*`, `~`, `+`, `1.0.0`, `1.2+.0`, `2.~` … */
export function selectVersions(available: readonly string[], wanted: string): readonly string[] {
  const wild = /[+~*]/.exec(wanted);
  if (wild === null) return available.filter((version) => compareVersions(version, wanted) === 0);
  const parts = wanted.split('.');
  const at = parts.findIndex((part) => /[+~*]/.test(part));
  const fixed = parts.slice(0, at).map(Number);
  // From the wildcard on, the numbers written are the least version accepted.
  const least = parts.slice(at).map((part) => Number(part.replaceAll(/[+~*]/g, '') || 0));
  const matching = available.filter((version) => {
    const parsed = parseVersion(version);
    if (parsed === undefined || (wild[0] === '+' && parsed.extension !== '')) return false;
    if (fixed.some((number, index) => parsed.numbers[index] !== number)) return false;
    const floor = [...fixed, ...least, 0, 0, 0].slice(0, 3).join('.');
    return compareVersions(parsed.numbers.join('.'), floor) >= 0;
  });
  if (wild[0] === '*') return matching;
  return matching.toSorted(compareVersions).slice(-1);
}
