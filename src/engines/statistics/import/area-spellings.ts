import { areas } from '#reference/index.ts';

/** Other codes of places that files use: alpha-2, M49, and what other publishers call the parts of a State. */
export const areaSpellings: Readonly<Record<string, string>> = Object.fromEntries(
  areas.flatMap((area): [string, string][] => {
    if (area.kind === 'sub-national') return area.variants.map((variant) => [variant, area.id]);
    if (area.kind === 'aggregate') return [[area.m49, area.id]];
    return [area.alpha2, area.m49].flatMap((code): [string, string][] => (code === undefined ? [] : [[code, area.id]]));
  }),
);
