import table from './currencies.json' with { type: 'json' };

/** A currency of ISO 4217. */
export interface Currency {
  /** Three letters. */
  readonly id: string;
  /** Digits after the point. */
  readonly decimals: number;
  /** No longer issued; amounts of its time are still recorded in it. */
  readonly historic: boolean;
}

export const currencies: readonly Currency[] = [
  ...table.current.map((id) => ({ id, decimals: decimalsOf(id), historic: false })),
  ...table.historic.map((id) => ({ id, decimals: decimalsOf(id), historic: true })),
];

const byId = new Map(currencies.map((currency) => [currency.id, currency]));

/** Finds a currency by its code, in any case. */
export function findCurrency(code: string): Currency | undefined {
  return byId.get(code.trim().toUpperCase());
}

function decimalsOf(id: string): number {
  if (table.noDecimals.includes(id)) return 0;
  if (table.threeDecimals.includes(id)) return 3;
  return table.fourDecimals.includes(id) ? 4 : 2;
}
