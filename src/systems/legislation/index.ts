export { laws } from './laws-register.ts';
export { provisions } from './provisions-register.ts';
export { coverage } from './coverage-register.ts';
export { demonstrationRecords } from './demonstration/demonstration-records.ts';
