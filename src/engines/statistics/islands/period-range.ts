import type { Island } from '#kernel/ui/page-entry.ts';

/** Puts a slider over the links of the periods; letting go of it follows the link. */
const periodRange: Island = (nav) => {
  if (nav.querySelector('input') !== null) return;
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('a')];
  const current = links.findIndex((link) => link.hasAttribute('aria-current'));
  if (links.length < 3 || current < 0) return;
  const label = document.createElement('label');
  label.className = 'st-range';
  const word = document.createElement('span');
  word.textContent = nav.dataset['label'] ?? '';
  const input = document.createElement('input');
  input.id = 'period-range';
  input.type = 'range';
  input.max = String(links.length - 1);
  input.value = String(current);
  const shown = document.createElement('output');
  const tell = (): void => {
    const text = links[Number(input.value)]?.textContent ?? '';
    shown.textContent = text;
    input.setAttribute('aria-valuetext', text);
  };
  tell();
  input.addEventListener('input', tell);
  input.addEventListener('change', () => links[Number(input.value)]?.click());
  label.append(word, input, shown);
  nav.prepend(label);
};
export default periodRange;
