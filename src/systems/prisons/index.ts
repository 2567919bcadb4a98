export { prisons } from './flow.ts';
