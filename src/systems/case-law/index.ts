export { caseLaw } from './register.ts';
