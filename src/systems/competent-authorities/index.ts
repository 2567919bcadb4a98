export { competentAuthorities } from './register.ts';
export { demonstrationAuthorities } from './demonstration.ts';
