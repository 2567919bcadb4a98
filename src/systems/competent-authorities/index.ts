export { competentAuthorities } from './register.ts';
