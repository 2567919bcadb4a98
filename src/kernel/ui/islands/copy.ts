import type { Island } from '../page-entry.ts';

/** Copies `data-copy`'s text (or the named element's) and says so; the button is hidden where there is no clipboard. */
const copy: Island = (button) => {
  const { copy: text, copyFrom, copied } = button.dataset;
  const label = button.querySelector('[data-label]') ?? button;
  const before = label.textContent;
  button.hidden = false;
  button.addEventListener('click', () => {
    const wanted = text ?? document.querySelector(copyFrom ?? '')?.textContent ?? '';
    const say = (): void => {
      label.textContent = copied ?? before;
      setTimeout(() => (label.textContent = before), 2500);
    };
    void navigator.clipboard.writeText(wanted).then(say, () => undefined);
  });
};
export default copy;
