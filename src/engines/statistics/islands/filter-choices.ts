import type { Island } from '#kernel/ui/page-entry.ts';

/** Adds a box that narrows a long list of choices to those that have its letters; nothing chosen is ever hidden. */
const filterChoices: Island = (fieldset) => {
  const list = fieldset.querySelector('.st-choices');
  if (list === null || fieldset.querySelector('[type="search"]') !== null) return;
  const input = document.createElement('input');
  input.type = 'search';
  input.className = 'input st-filter';
  input.setAttribute('aria-label', fieldset.dataset['filterLabel'] ?? '');
  input.placeholder = fieldset.dataset['filterLabel'] ?? '';
  const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  input.addEventListener('input', () => {
    const wanted = plain(input.value.trim());
    for (const group of list.querySelectorAll<HTMLElement>('.st-choice-group')) {
      let any = false;
      for (const choice of group.querySelectorAll<HTMLLabelElement>('.st-choice')) {
        const box = choice.querySelector('input');
        choice.hidden = !plain(choice.textContent).includes(wanted) && box?.checked !== true;
        any ||= !choice.hidden;
      }
      group.hidden = !any;
    }
  });
  // Enter in the box must not send the form.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  list.before(input);
};
export default filterChoices;
