import type { Island } from '../page-entry.ts';

/** Changes light and dark at once, without a new page; the cookie tells the server for the next one. */
const theme: Island = (form) => {
  form.addEventListener('submit', (event) => {
    if (!(event instanceof SubmitEvent) || !(event.submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const { value } = event.submitter;
    if (value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = value;
    document.cookie = `mandata-theme=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
    for (const button of document.querySelectorAll('.theme-switch button')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('value') === value));
    }
  });
};
export default theme;
