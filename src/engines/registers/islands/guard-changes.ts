import type { Island } from '#kernel/ui/browser.ts';

/** Says when a form holds what is not saved, and asks before the page is left with it. */
const guardChanges: Island = (form) => {
  if (!(form instanceof HTMLFormElement)) return;
  const note = form.querySelector('[data-unsaved]');
  let changed = false;
  const leave = (event: BeforeUnloadEvent): void => {
    if (changed) event.preventDefault();
  };
  form.addEventListener('input', () => {
    changed = true;
    if (note !== null) note.textContent = form.dataset['words'] ?? '';
  });
  form.addEventListener('submit', () => {
    changed = false;
  });
  addEventListener('beforeunload', leave);
};
export default guardChanges;
