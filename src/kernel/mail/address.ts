// One plain address of RFC 5321 without quoting, comments, names or lists: nothing that a header could read as more than one.
const form =
  /^[\p{L}\p{N}.!#$%&*+/=?^_`{|}~'-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Whether the text is one address to which mail can be sent, and nothing more. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && form.test(text);
}
