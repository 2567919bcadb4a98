/** Two writings of one name: case, hyphens (also soft ones), spaces and accents' encoding do not tell names apart. */
export function spellingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-\u00ad\u2010-\u2015]/g, '')
    .replaceAll(/[\s_]+/g, ' ')
    .trim();
}

/** A code made of a name: `Persons held` → `PERSONS_HELD`; a total is `_T`. At most 50 characters, never empty. */
export function slug(text: string): string {
  if (/^(?:total|all|both sexes)$/i.test(text.trim())) return '_T';
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replaceAll(/[-\u00ad\u2010-\u2015]/g, '')
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .slice(0, 50)
    .replaceAll(/^_+|_+$/g, '');
  return plain === '' ? '_X' : plain;
}

/** An age group by SDMX's pattern for CL_AGE: `Y0T9`, `Y_GE60`, `Y_LT18`; else a slug. */
export function ageSlug(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/years?|\bold\b|of age/g, '')
    .trim();
  const between = /^(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})$/.exec(plain);
  if (between !== null) return `Y${Number(between[1])}T${Number(between[2])}`;
  const over =
    /^(?:(\d{1,3})\s*(?:\+|and (?:er|older|over|above)|or (?:er|older|over|above|more))|(?:≥|>=)\s*(\d{1,3}))$/.exec(
      plain,
    );
  if (over !== null) return `Y_GE${Number(over[1] ?? over[2])}`;
  const under = /^(?:under|below|less than|<)\s*(\d{1,3})$/.exec(plain);
  return under === null ? slug(text) : `Y_LT${Number(under[1])}`;
}
