export { prisons } from './flow.ts';
export { prisonIndicators } from './indicators.ts';
export { demonstrationFile, demonstrationPrisons } from './demonstration.ts';
