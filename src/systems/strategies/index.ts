export { strategies } from './register.ts';
export { demonstrationStrategies } from './demonstration.ts';
