export { demonstrationDigests } from './demonstration/demonstration-digests.ts';
export { caseDigests } from './register.ts';
