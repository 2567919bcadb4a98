export { anActor, organizations } from './actors.ts';
export { compareWithOracle } from './matrix.ts';
export type { Oracle } from './matrix.ts';
export { mutantsOf } from './mutants.ts';
export { people } from './situations.ts';
