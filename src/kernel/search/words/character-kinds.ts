export const kinds = { other: 0, letter: 1, joiner: 2, mark: 3, ideograph: 4, half: 5 } as const;

/** Kind of each UTF-16 unit: looked up for every letter of every text, where a regular expression would take most of the time. */
export const kindOf = Uint8Array.from({ length: 65_536 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (unit >= 0xd8_00 && unit <= 0xdf_ff) return kinds.half;
  if (/[_'’.\-‐‑/]/.test(letter)) return kinds.joiner;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return kinds.ideograph;
  if (/[\p{L}\p{N}]/u.test(letter)) return kinds.letter;
  return /\p{M}/u.test(letter) ? kinds.mark : kinds.other;
});
