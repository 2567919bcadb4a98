export { resources } from './register.ts';
