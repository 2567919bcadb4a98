export { contributions } from './register.ts';
