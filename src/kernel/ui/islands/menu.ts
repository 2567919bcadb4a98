import type { Island } from '../page-entry.ts';

/** Closes an open menu on Escape and on a press outside, as people expect of one. */
const menu: Island = (element) => {
  if (!(element instanceof HTMLDetailsElement)) return;
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    element.open = false;
    element.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !element.contains(target)) element.open = false;
  });
};
export default menu;
