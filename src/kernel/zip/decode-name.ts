import { isUtf8 } from 'node:buffer';

/** Code page 437, upper half: what archives without the UTF-8 mark are written in (APPNOTE appendix D). */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';

/** Name of an entry with forward slashes. Many tools write UTF-8 without saying so: bytes that are valid UTF-8 are taken as such. */
export function decodeName(bytes: Buffer, markedUtf8: boolean): string {
  const name =
    markedUtf8 || isUtf8(bytes)
      ? bytes.toString('utf8')
      : Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80])).join('');
  return name.replaceAll('\\', '/');
}
