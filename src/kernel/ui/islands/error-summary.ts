import type { Island } from '../page-entry.ts';

/** Gives a form's error summary the focus, so that it is read first. */
const errorSummary: Island = (element) => {
  element.focus();
};
export default errorSummary;
