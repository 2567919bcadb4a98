export { contributions } from './register.ts';
export { demonstrationContributions } from './demonstration.ts';
