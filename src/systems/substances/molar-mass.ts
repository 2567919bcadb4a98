/** Standard atomic weights, abridged to what a formula of an organic substance needs (IUPAC 2021, conventional values). */
const weights: Readonly<Record<string, number>> = {
  H: 1.008,
  C: 12.011,
  N: 14.007,
  O: 15.999,
  F: 18.998,
  P: 30.974,
  S: 32.06,
  Cl: 35.45,
  K: 39.098,
  Mn: 54.938,
  Br: 79.904,
  I: 126.9,
};

/** Molar mass of a molecular formula such as C17H19NO3, in g/mol to three decimals; undefined for an element that is not known here. */
export function molarMass(formula: string): number | undefined {
  const parts = [...formula.matchAll(/([A-Z][a-z]?)(\d*)/g)];
  if (parts.map(([part]) => part).join('') !== formula || formula === '') return undefined;
  let mass = 0;
  for (const [, element = '', count = ''] of parts) {
    const weight = weights[element];
    if (weight === undefined) return undefined;
    mass += weight * (count === '' ? 1 : Number(count));
  }
  return Math.round(mass * 1000) / 1000;
}
