const digits = '零一二三四五六七八九';

/** A number as digits 0 to 9: Arabic-Indic digits and Chinese numerals up to 999 too; letters such as bis stay. */
export function numberOf(text: string): string {
  const plain = text.replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 15)).toLowerCase();
  if (!/[一-龥零]/u.test(plain)) return plain.replaceAll(/\s/g, '');
  const [, hundreds, tens, ones] =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/u.exec(plain) ?? [];
  const ten = plain.includes('十') ? Math.max(1, digits.indexOf(tens ?? '一')) : 0;
  const value =
    (hundreds === undefined ? 0 : digits.indexOf(hundreds) * 100) +
    ten * 10 +
    (ones === undefined ? 0 : digits.indexOf(ones));
  return String(value);
}
