import { lazily } from '../lazily.ts';
import type { UnLanguage } from '../language.ts';
import type { Area, SubNationalArea } from './area.ts';
import { areas, subNationalAreas } from './areas.ts';

// Codes that published files use for a place beside its ISO code: the European Commission's UK and EL, and Kosovo's.
const otherCodes: Readonly<Record<string, string>> = { UK: 'GBR', EL: 'GRC', XK: 'XKX', XKO: 'XKX', KOS: 'XKX' };

const byCode = /* @__PURE__ */ lazily(() => {
  const found = new Map<string, Area>();
  for (const area of areas) for (const code of codesOf(area)) found.set(codeKey(code), area);
  for (const [code, id] of Object.entries(otherCodes)) {
    const area = found.get(id);
    if (area !== undefined) found.set(code, area);
  }
  return found;
});

/** Finds a place by ISO alpha-3 or alpha-2 code, M49 code (with or without leading zeros), sub-national code or `WORLD`; case and `-` for `_` do not matter. */
export function findArea(code: string): Area | undefined {
  return byCode().get(codeKey(code));
}

/** Name of a place in one of the six languages; a code that is not known is given back as it is, so that it stays visible. */
export function areaName(code: string, language: UnLanguage): string {
  return findArea(code)?.name[language] ?? code;
}

/** Parts of a country that report for themselves; empty for all others. */
export function partsOf(country: string): readonly SubNationalArea[] {
  const id = findArea(country)?.id;
  return subNationalAreas.filter(({ parent }) => parent === id);
}

function codesOf(area: Area): readonly string[] {
  if (area.kind === 'sub-national') return [area.id, ...area.variants];
  if (area.kind === 'aggregate') return [area.id, area.m49];
  return [area.alpha3, area.alpha2, area.m49].filter((code) => code !== undefined);
}

function codeKey(code: string): string {
  const key = code.trim().toUpperCase().replaceAll(/[-\s]/g, '_');
  return /^\d{1,2}$/.test(key) ? key.padStart(3, '0') : key;
}
