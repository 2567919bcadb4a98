export { bibliography } from './register.ts';
