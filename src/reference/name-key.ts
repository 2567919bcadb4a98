const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ى: 'ي',
  ة: 'ه',
};

/**
 * Brings a name to the form in which names are compared: without case, accents, vowel marks, punctuation, spaces and the
 * article “the”; “&” is “and”, “St.” is “Saint”. “Côte d’Ivoire”, “COTE D'IVOIRE” and “Cote d Ivoire” have one key.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[øłđıæœßىة]/g, (letter) => letters[letter] ?? letter)
    .replaceAll('&', ' and ')
    .replaceAll(/[.'’ʼ`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== 'the')
    .map((word) => (word === 'st' ? 'saint' : word))
    .join('');
}
