export { demonstrationCases } from './demonstration/demonstration-cases.ts';
export { caseLaw } from './register.ts';
