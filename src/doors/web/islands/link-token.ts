import type { Island } from '#kernel/ui/page-entry.ts';

/** Takes the token of a letter's link, which stands behind `#` so that no server log holds it, into the form's field. */
const linkToken: Island = (element) => {
  const token = location.hash.slice(1);
  const input = element.querySelector('input');
  if (input === null || (token === '' && input.value === '')) return;
  element.hidden = true;
  if (token === '') return;
  input.value = token;
  history.replaceState(null, '', location.pathname + location.search);
};
export default linkToken;
