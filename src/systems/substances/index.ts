export { substances } from './register.ts';
