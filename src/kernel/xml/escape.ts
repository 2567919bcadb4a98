/** What XML 1.0 has no place for, escaped or not: most control characters and two non-characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const invalid = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

// oxlint-disable-next-line no-control-regex -- as above
const specialInText = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
// oxlint-disable-next-line no-control-regex -- as above
const specialInAttribute = /[&<>"\r\n\t\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Text without the characters that XML 1.0 cannot hold; half of a surrogate pair becomes U+FFFD. */
export function removeInvalidCharacters(text: string): string {
  return text.toWellFormed().replaceAll(invalid, '');
}

/** Whether XML 1.0 can hold every character of the text. */
export function isValidXmlText(text: string): boolean {
  return text.isWellFormed() && text.search(invalid) < 0;
}

/** Text as element content; what XML cannot hold is removed. Most texts need nothing and come back as they are. */
export function escapeText(text: string): string {
  if (!specialInText.test(text)) return text.toWellFormed();
  return removeInvalidCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Text as an attribute value between double quotes; line breaks and tabs are kept by escaping them. */
export function escapeAttribute(text: string): string {
  if (!specialInAttribute.test(text)) return text.toWellFormed();
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
