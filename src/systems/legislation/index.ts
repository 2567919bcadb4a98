export { laws } from './laws-register.ts';
export { provisions } from './provisions-register.ts';
export { coverage } from './coverage-register.ts';
