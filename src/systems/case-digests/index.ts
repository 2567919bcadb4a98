export { caseDigests } from './register.ts';
