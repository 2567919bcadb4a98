import { locales, type Language } from '#kernel/i18n/index.ts';

// Making an Intl.NumberFormat costs more than drawing a line.
const made = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.NumberFormat(locales[language], options);
  made.set(key, fresh);
  return fresh;
}

/**
 * Decimals that tell these figures apart without false precision: none for whole figures, nor for large ones among which few are
 * not whole (a count that somebody gave as an average); else by the largest of them.
 */
export function decimalsFor(values: readonly number[]): number {
  const fractions = values.filter((value) => !Number.isInteger(value));
  if (fractions.length === 0) return 0;
  if (fractions.length * 10 <= values.length && fractions.every((value) => Math.abs(value) >= 100)) return 0;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest >= 10) return 1;
  if (largest >= 1) return 2;
  return largest === 0 ? 0 : Math.min(6, 1 - Math.floor(Math.log10(largest)));
}

/** Writes figures in the language's own notation; from a thousand million million on, with a power of ten. */
export function figureFormat(language: Language, decimals: number): (value: number) => string {
  const plain = formatter(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const large = formatter(language, { notation: 'scientific', maximumFractionDigits: 2 });
  return (value) => (Math.abs(value) >= 1e15 ? large : plain).format(value);
}

/** A figure on an axis whose marks stand `step` apart: as few digits as tell them apart, millions in words, which no language abbreviates alike. */
export function formatTick(value: number, language: Language, step: number): string {
  const size = Math.max(Math.abs(value), step);
  if (size >= 1e15) return formatter(language, { notation: 'scientific', maximumFractionDigits: 2 }).format(value);
  if (step >= 1e5)
    return formatter(language, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }).format(value);
  const decimals = step >= 1 ? 0 : Math.min(12, Math.ceil(-Math.log10(step) - 1e-9));
  return formatter(language, { maximumFractionDigits: decimals }).format(value);
}
