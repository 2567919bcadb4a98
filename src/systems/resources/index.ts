export { resources } from './register.ts';
export { demonstrationResources } from './demonstration.ts';
