export { sdg16Indicators } from './indicators.ts';
