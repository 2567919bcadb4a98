export { population, populationOr } from './population.ts';
export { sdg16Indicators } from './indicators.ts';
