export { strategies } from './register.ts';
