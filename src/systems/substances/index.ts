export { substances } from './register.ts';
export { demonstrationSubstances } from './demonstration.ts';
