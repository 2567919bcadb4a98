export { bibliography } from './register.ts';
export { demonstrationBibliography } from './demonstration.ts';
