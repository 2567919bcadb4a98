export { treaties } from './treaties-register.ts';
export { treatyActions } from './actions-register.ts';
export { referenceRecords } from './records/reference-records.ts';
export { demonstrationRecords } from './demonstration/demonstration-records.ts';
