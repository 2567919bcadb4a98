export { anActor, fullAssurance, organizations } from './actors.ts';
export { compareWithOracle, matrixOf } from './matrix.ts';
export type { Cell, Oracle } from './matrix.ts';
export { mutantsOf } from './mutants.ts';
export type { Mutant } from './mutants.ts';
export { people, resourceFor, standings } from './situations.ts';
export type { Person, Standing } from './situations.ts';
